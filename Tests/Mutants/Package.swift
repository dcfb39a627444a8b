// swift-tools-version: 6.2
import PackageDescription

// The ground floor alone, with its tests: what Tests/Mutants builds in a folder of its own.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "passerelle",
    targets: [
        .target(name: "Causality", swiftSettings: settings),
        .testTarget(
            name: "CausalityTests",
            dependencies: ["Causality"],
            swiftSettings: settings
        ),
    ]
)
