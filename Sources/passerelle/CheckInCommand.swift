import ArgumentParser
import Records
import Tenancy

/// The tick on the list.
struct CheckInCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-in",
        abstract: "Mark a person on the list of an event, or take the mark back."
    )

    @OptionGroup var options: StoreOptions

    @Argument(help: "The event: at least 4 digits of its identity.")
    var event: String

    @Argument(help: "The tenant: at least 4 digits of the file's identity.")
    var tenant: String

    @Option(help: "What is noted: \(Codes.list(AttendanceMark.Status.self)).")
    var status = AttendanceMark.Status.seen.rawValue

    @Flag(help: "The person signed.")
    var signed = false

    @Flag(help: "The person came without being registered.")
    var walkIn = false

    @Option(help: "The stop of a Rallye: at least 4 digits of its identity.")
    var stop: String?

    @Option(help: "When, if not now: HH:MM on the event's day, in France.")
    var at: String?

    @Flag(help: "Take back what was noted.")
    var undo = false

    func run(in store: LandlordStore) throws -> Done {
        let event = try store.resolve(event, in: "event")
        let tenant = try store.resolve(tenant, in: "tenant")
        let stop = try stop.map { try store.resolve($0, in: "event_stop") }
        if undo {
            try store.undoCheckIn(tenant, at: event, stop: stop)
            return Done(id: event.description, text: "The mark was taken back.")
        }
        let mark = AttendanceMark(
            try Codes.read(status, as: "status"),
            signed ? .signed : .typed
        )
        var tick = Tick(tenant, at: event, mark)
        tick.stop = stop
        tick.walkIn = walkIn
        tick.moment = try at.map { try moment($0, of: event, in: store) }
        let id = try store.checkIn(tick)
        return Done(id: id.description, text: "Noted: \(mark.code).")
    }

    private func moment(
        _ text: String,
        of event: RecordID,
        in store: LandlordStore
    ) throws -> UInt64 {
        let day = try store.event(event).day
        guard let time = ClockTime(text),
            let moment = FrenchTime.milliseconds(of: day, hour: time.hour, minute: time.minute)
        else { throw TenancyError(.badValue, "--at takes HH:MM, such as 14:05") }
        guard try day <= store.currentDay() else {
            throw TenancyError(
                .badValue,
                "the event is on \(day.isoText): nobody is seen before"
            )
        }
        return moment
    }
}
