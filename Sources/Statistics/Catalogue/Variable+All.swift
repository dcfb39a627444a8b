// What the first catalogue knows of a person. Health and justice are never named outside the
// landlord's own partition: they are sent as « other ».
extension Variable {
    static let all = [funnel, institutions, outcome] + barriers + themes

    /// The furthest step that the person reached.
    private static let funnel = Variable(
        "funnel",
        ["identified", "contacted", "registered", "present", "referred", "received", "exited"],
        coarser: [
            [
                ("not_yet_present", ["identified", "contacted", "registered"]),
                ("present_or_further", ["present", "referred", "received", "exited"]),
            ],
            [
                ("identified_or_contacted", ["identified", "contacted"]),
                ("registered", ["registered"]), ("present", ["present"]),
                ("referred_or_further", ["referred", "received", "exited"]),
            ],
        ],
        on: Axis.allCases
    )

    /// Which participants no institution of employment knew.
    private static let institutions = Variable(
        "institutions",
        ["unknown", "known", "not_stated", "no_participant"],
        coarser: [
            [("unknown", ["unknown"]), ("all_others", ["known", "not_stated", "no_participant"])],
            [
                ("unknown", ["unknown"]), ("other_participants", ["known", "not_stated"]),
                ("no_participant", ["no_participant"]),
            ],
        ],
        on: Axis.allCases
    )

    private static let outcome = Variable(
        "outcome",
        [
            "durable", "transition", "positive", "other", "in_support", "without_news",
            "no_participant",
        ],
        coarser: [
            [
                ("dynamic", ["durable", "transition", "positive"]),
                ("all_others", ["other", "in_support", "without_news", "no_participant"]),
            ],
            [
                ("dynamic", ["durable", "transition", "positive"]),
                ("other_participants", ["other", "in_support", "without_news"]),
                ("no_participant", ["no_participant"]),
            ],
        ],
        on: Axis.allCases
    )

    private static let barriers = [
        "language", "rights", "housing", "mobility", "debt", "availability", "other",
    ].map { yesOrNo("barrier_" + $0) }

    private static let themes = [
        "employment", "training", "rights", "housing", "mobility", "digital", "family", "other",
    ].map { yesOrNo("theme_" + $0) }

    /// One of several things that a person may have at once: each is a variable of its own.
    private static func yesOrNo(_ code: String) -> Variable {
        Variable(code, ["without", "with"], on: [.territory, .neighbourhood])
    }
}
