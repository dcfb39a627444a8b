import ArgumentParser
import Records
import Tenancy

extension WorksiteCommand {
    struct Volunteer: StoreCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note that a tenant wants to work there and agrees to be proposed."
        )

        @OptionGroup var options: StoreOptions

        @Argument(help: "The tenant: at least 4 digits of the file's identity.")
        var tenant: String

        @Argument(help: "The worksite: at least 4 digits of its identity.")
        var worksite: String

        @Option(help: "How they agreed: \(Codes.list(ConsentMode.self)).")
        var agreed: String

        @Option(help: "The day, YYYY-MM-DD; else today.")
        var day: String?

        func run(in store: LandlordStore) throws -> Done {
            let id = try store.volunteer(
                try store.resolve(tenant, in: "tenant"),
                forWorksite: try store.resolve(worksite, in: "worksite"),
                agreed: try Codes.read(agreed, as: "agreed"),
                on: try Codes.day(day, store)
            )
            return Done(id: id.description, text: "Volunteer noted.")
        }
    }

    struct Withdraw: StoreCommand {
        static let configuration = CommandConfiguration(
            abstract: "Note that a volunteer does not want to be proposed any more."
        )

        @OptionGroup var options: StoreOptions

        @Argument(help: "The tenant: at least 4 digits of the file's identity.")
        var tenant: String

        @Argument(help: "The worksite: at least 4 digits of its identity.")
        var worksite: String

        @Option(help: "The day, YYYY-MM-DD; else today.")
        var day: String?

        func run(in store: LandlordStore) throws -> Done {
            let person = try store.resolve(tenant, in: "tenant")
            try store.withdraw(
                person,
                fromWorksite: try store.resolve(worksite, in: "worksite"),
                on: try Codes.day(day, store)
            )
            return Done(id: person.description, text: "Withdrawal noted.")
        }
    }

    struct Match: StoreCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Propose a tenant for an offer (« mise en relation »), or say how far it came.",
            discussion: "For an offer of a worksite, the tenant must be one of its volunteers."
        )

        @OptionGroup var options: StoreOptions

        @Argument(help: "The tenant: at least 4 digits of the file's identity.")
        var tenant: String

        @Argument(help: "The offer: at least 4 digits of its identity.")
        var offer: String

        @Option(help: "How far: \(Codes.list(MatchStatus.self)).")
        var status = MatchStatus.proposed.rawValue

        @Option(help: "The day of the interview, YYYY-MM-DD.")
        var interview: String?

        func run(in store: LandlordStore) throws -> Done {
            let id = try store.match(
                try store.resolve(tenant, in: "tenant"),
                with: try store.resolve(offer, in: "opportunity"),
                try Codes.read(status, as: "status"),
                interviewOn: try interview.map(Codes.day)
            )
            return Done(id: id.description, text: "Noted: \(status).")
        }
    }
}
