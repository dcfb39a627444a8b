import ArgumentParser
import Records
import Tenancy

/// Who is sent to a partner, and what came of it.
struct ReferCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refer",
        abstract: "Send tenants to partners (« orientation »), and note what came of it.",
        subcommands: [Partner.self, Partners.self, Send.self, Answer.self, Honour.self]
    )

    struct Partner: StoreCommand {
        static let configuration = CommandConfiguration(abstract: "Add a partner.")

        @OptionGroup var options: StoreOptions

        @Option(help: "The kind: \(PartnerKind.all.map(\.code).joined(separator: ", ")).")
        var kind: String

        @Option(help: "The name.")
        var name: String

        @Option(help: "The INSEE code of its commune.")
        var commune: String?

        func run(in store: LandlordStore) throws -> Done {
            guard let kind = PartnerKind(code: kind) else {
                let kinds = PartnerKind.all.map(\.code).joined(separator: ", ")
                throw TenancyError(.badValue, "--kind takes one of: \(kinds)")
            }
            let id = try store.addPartner(kind, name, communeCode: commune)
            return Done(id: id.description, text: "Partner \(id).")
        }
    }

    struct Partners: StoreCommand {
        static let configuration = CommandConfiguration(abstract: "List the partners.")

        @OptionGroup var options: StoreOptions

        func run(in store: LandlordStore) throws -> Answer {
            Answer(
                partners: try store.partners().map {
                    .init(id: $0.id.description, kind: $0.kind.code, name: $0.name)
                }
            )
        }

        struct Answer: Report {
            struct Item: Encodable {
                let id: String
                let kind: String
                let name: String
            }

            let partners: [Item]

            var text: String {
                partners.isEmpty
                    ? "No partner."
                    : partners.map { "\($0.id)  \($0.kind)  \($0.name)" }.joined(separator: "\n")
            }
        }
    }

    struct Send: StoreCommand {
        static let configuration = CommandConfiguration(abstract: "Send a tenant to a partner.")

        @OptionGroup var options: StoreOptions

        @Argument(help: "The tenant: at least 4 digits of the file's identity.")
        var tenant: String

        @Argument(help: "The partner: at least 4 digits of its identity.")
        var partner: String

        @Option(help: "The need, in a word.")
        var theme: String?

        @Option(help: "The code of the programme.")
        var programme: String?

        @Option(help: "The day, YYYY-MM-DD; else today.")
        var day: String?

        func run(in store: LandlordStore) throws -> Done {
            var draft = ReferralDraft(
                try store.resolve(tenant, in: "tenant"),
                to: try store.resolve(partner, in: "partner"),
                on: try Codes.day(day, store)
            )
            draft.theme = theme
            draft.programme = programme
            let id = try store.refer(draft)
            return Done(id: id.description, text: "Referral \(id).")
        }
    }

    struct Answer: StoreCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note what the partner answered."
        )

        @OptionGroup var options: StoreOptions

        @Argument(help: "The referral: at least 4 digits of its identity.")
        var referral: String

        @Argument(help: "The answer: acceptee, refusee, expiree.")
        var answer: String

        @Option(help: "Why it was refused.")
        var reason: String?

        @Option(help: "The day, YYYY-MM-DD; else today.")
        var day: String?

        func run(in store: LandlordStore) throws -> Done {
            let answers: [String: ReferralAnswer] = [
                ReferralStatus.accepted.rawValue: .accepted,
                ReferralStatus.refused.rawValue: .refused(reason: reason ?? ""),
                ReferralStatus.expired.rawValue: .expired,
            ]
            guard let known = answers[answer] else {
                let list = answers.keys.sorted().joined(separator: ", ")
                throw TenancyError(.badValue, "the answer is one of: \(list)")
            }
            let id = try store.resolve(referral, in: "referral")
            try store.answer(known, toReferral: id, on: try Codes.day(day, store))
            return Done(id: id.description, text: "Answer noted: \(answer).")
        }
    }

    struct Honour: StoreCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note that the tenant came to the first appointment."
        )

        @OptionGroup var options: StoreOptions

        @Argument(help: "The referral: at least 4 digits of its identity.")
        var referral: String

        @Option(help: "The day, YYYY-MM-DD; else today.")
        var day: String?

        func run(in store: LandlordStore) throws -> Done {
            let id = try store.resolve(referral, in: "referral")
            try store.honour(referral: id, on: try Codes.day(day, store))
            return Done(id: id.description, text: "First appointment noted.")
        }
    }
}
