extension TableLabels {
    package static let english = TableLabels(
        axes: [
            .territory: "Territory", .neighbourhood: "Priority neighbourhood (QPV)",
            .age: "Age on the programme's first day", .sex: "Title",
            .month: "Month of first contact",
        ],
        variables: [
            "funnel": "Furthest step", "institutions": "Employment institutions",
            "outcome": "Situation of participants", "_language": "language", "_rights": "rights",
            "_housing": "housing", "_mobility": "mobility", "_debt": "debt",
            "_availability": "availability", "_other": "other", "_employment": "employment",
            "_training": "training", "_digital": "digital", "_family": "family",
        ],
        groups: [
            "persons": "Persons", "not_yet_present": "Not yet present",
            "present_or_further": "Present or further",
            "identified_or_contacted": "Identified or contacted",
            "referred_or_further": "Referred or further", "identified": "Identified",
            "contacted": "Contacted", "registered": "Registered", "present": "Present",
            "referred": "Referred", "received": "Received", "exited": "Left for an outcome",
            "unknown": "Known to no institution", "known": "Known", "not_stated": "Not stated",
            "no_participant": "No participants", "all_others": "All others",
            "other_participants": "Other participants", "dynamic": "Positive outcomes",
            "durable": "Lasting job", "transition": "Transition job",
            "positive": "Training or other step", "other": "Other outcome",
            "in_support": "In support", "without_news": "No news", "without": "No",
            "with": "Yes",
        ],
        places: [
            "to_check": "to be checked", "inside": "in a QPV", "outside": "outside",
            "under_30": "under 30", "16_25": "16 to 25", "26_29": "26 to 29",
            "30_54": "30 to 54", "30_44": "30 to 44", "45_54": "45 to 54",
            "55_over": "55 and over", "55_59": "55 to 59", "60_over": "60 and over",
            "not_stated": "not stated", "woman": "women", "man": "men",
        ],
        persons: "Persons",
        barrier: "Barrier: ",
        theme: "Theme of referral: ",
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September",
            "October", "November", "December",
        ],
        quarter: { number, year in "quarter \(number) of \(year)" }
    )
}
