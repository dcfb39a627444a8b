// swift-tools-version: 6.2
import PackageDescription

// Every target of ours is built alike: warnings are errors, `any` is written out, an import is
// needed to see a member.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let arguments: Target.Dependency = .product(
    name: "ArgumentParser",
    package: "swift-argument-parser"
)

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore: Target.Dependency = .product(
    name: "HummingbirdCore",
    package: "hummingbird"
)
let hummingbirdTLS: Target.Dependency = .product(name: "HummingbirdTLS", package: "hummingbird")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let client: Target.Dependency = .product(name: "AsyncHTTPClient", package: "async-http-client")
let lifecycle: Target.Dependency = .product(
    name: "ServiceLifecycle",
    package: "swift-service-lifecycle"
)
let signals: Target.Dependency = .product(
    name: "UnixSignals",
    package: "swift-service-lifecycle"
)
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioHTTP: Target.Dependency = .product(name: "NIOHTTP1", package: "swift-nio")
let nioFoundation: Target.Dependency = .product(
    name: "NIOFoundationCompat",
    package: "swift-nio"
)
let nioHTTPTypes: Target.Dependency = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")

/// A floor of the house: its name, and the floors below that it may import.
func floor(
    _ name: String,
    on dependencies: [Target.Dependency] = [],
    exclude: [String] = []
) -> Target {
    .target(
        name: name,
        dependencies: dependencies,
        exclude: exclude,
        swiftSettings: settings
    )
}

func command(_ name: String, on dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let engine = [
    "Causality", "Records", "Seams", "BundleFormat", "ReplicaStore", "Exchange", "FolderExchange",
]

let example: [Target.Dependency] = [
    "Causality", "Records", "Seams", "ReplicaStore", "Exchange", "FolderExchange", grdb,
]

let pageFiles =
    [
        "cadre", "connexion", "accueil", "entonnoir", "bailleurs", "tableaux", "carte", "nuits",
        "bilans", "chiffre", "message",
    ].map { "Templates/\($0).mustache" } + [
        "Templates/style.css", "Words/french.txt", "Words/english.txt",
    ]

let deskFiles =
    [
        "cadre", "ouverture", "verrou", "message", "jour", "actions", "liste", "ajout",
        "ressemblances", "personne", "cloture", "locataires", "fiche", "comparaison", "atraiter",
        "reglages", "suivi", "accords", "orientations", "orientation", "partenaires", "liaison",
        "chantiers", "chantier", "offre", "relation", "postes", "droits", "demandes", "effacement",
        "conservation", "attestation", "acces", "fichiers", "colonnes", "apercu", "rapport",
    ].map { "Templates/\($0).mustache" } + [
        "Templates/style.css", "Scripts/desk.js", "Words/french.txt", "Words/english.txt",
    ]

let package = Package(
    name: "passerelle",
    products: [
        .library(name: "Passerelle", targets: engine),
        .executable(name: "passerelle", targets: ["passerelle"]),
        .executable(name: "passerelle-hub", targets: ["passerelle-hub"]),
        .executable(name: "passerelle-demo", targets: ["passerelle-demo"]),
        .executable(name: "passerelle-bench", targets: ["passerelle-bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird",
            exact: "2.28.1"
        ),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle",
            exact: "2.13.0"
        ),
        .package(
            url: "https://github.com/hummingbird-project/swift-mustache",
            exact: "2.1.1"
        ),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    ],
    targets: [
        // Ground floor: values and doors.
        floor("Causality"),
        floor("Records", on: ["Causality"]),
        floor("Seams"),
        // First floor: bytes.
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        floor("BundleFormat", on: ["Causality", "Records", "CZstd", crypto]),
        floor(
            "Sealing",
            on: ["Causality", "Records", "Seams", "BundleFormat", crypto, cryptoExtras],
            exclude: ["Data/SOURCES.md"]
        ),
        floor(
            "Membership",
            on: ["Causality", "Records", "Seams", "BundleFormat", "Sealing"]
        ),
        // Second floor: a replica on SQLite.
        .systemLibrary(name: "CSQLiteSettings", providers: [.apt(["libsqlite3-dev"])]),
        floor(
            "ReplicaStore",
            on: [
                "Causality", "Records", "Seams", "BundleFormat", "CSQLiteSettings", grdb, sqlite,
                crypto,
            ]
        ),
        // Third floor: mailboxes and their roads.
        floor(
            "Exchange",
            on: ["Causality", "Records", "BundleFormat", "Sealing", "ReplicaStore"]
        ),
        floor(
            "FolderExchange",
            on: ["Seams", "BundleFormat", "Sealing", "ReplicaStore", "Exchange"]
        ),
        floor(
            "Custody",
            on: [
                "Causality", "Records", "Seams", "BundleFormat", "Sealing", "Membership",
                "ReplicaStore", "Exchange", "FolderExchange", grdb, crypto,
            ]
        ),
        // What a device and the hub say to each other over HTTP, and the device's side of it.
        floor("HubWire", on: ["Records", "Sealing", crypto]),
        floor(
            "HTTPExchange",
            on: [
                "Causality", "Records", "Seams", "BundleFormat", "Sealing", "Membership",
                "ReplicaStore",
                "Exchange", "Custody", "HubWire", client, nio, nioHTTP, nioSSL,
            ]
        ),
        // Fourth floor: the trade.
        floor("Region", on: ["Records", "ReplicaStore", grdb], exclude: ["Data/SOURCES.md"]),
        floor("Statistics", on: [crypto]),
        floor(
            "Tenancy",
            on: [
                "Causality", "Records", "Seams", "Sealing", "Membership", "ReplicaStore", "Custody",
                "Region", "Statistics", grdb,
            ]
        ),
        // Fifth floor: pages, the desk, the hub.
        floor("WebPages", on: [mustache]),
        // What the agent's pages are made of is compiled in, so that nothing is looked for at run time.
        .target(
            name: "Desk",
            dependencies: [
                "Causality", "Records", "Seams", "Sealing", "Membership", "ReplicaStore",
                "Exchange", "Custody", "Region", "Statistics", "Tenancy", "WebPages",
                hummingbird, hummingbirdCore, lifecycle, logging, httpTypes, nio, mustache, crypto,
                cryptoExtras,
            ],
            resources: deskFiles.map { .embedInCode($0) },
            swiftSettings: settings
        ),
        floor(
            "HubStorage",
            on: [
                "Causality", "Records", "Seams", "Sealing", "Membership", "HubWire", grdb,
            ]
        ),
        floor(
            "Hub",
            on: [
                "Causality", "Records", "Seams", "BundleFormat", "Sealing", "Membership",
                "ReplicaStore", "Exchange", "FolderExchange", "Region", "Statistics", "HubWire",
                "HubStorage", grdb, crypto,
            ]
        ),
        floor(
            "HubServer",
            on: [
                "Records", "Seams", "Sealing", "Membership", "HubWire", "HubStorage",
                hummingbird, hummingbirdCore, hummingbirdTLS, lifecycle, logging, httpTypes, nio,
                nioHTTPTypes, nioSSL, crypto,
            ]
        ),
        // The union's pages; what they are made of is compiled in, so that nothing is looked for at run time.
        .target(
            name: "HubPages",
            dependencies: [
                "Seams", "Sealing", "Region", "Statistics", "HubWire", "Hub", "HubServer",
                "WebPages", hummingbird, httpTypes, nio, mustache,
            ],
            exclude: ["Data/SOURCES.md"],
            resources: pageFiles.map { .embedInCode($0) },
            swiftSettings: settings
        ),
        // Roof: what people run, and the real world behind the doors.
        floor("HostSystem", on: ["Seams"]),
        floor("InventedPeople", on: ["Region"], exclude: ["Data/SOURCES.md"]),
        command(
            "passerelle",
            on: [
                "Causality", "Records", "Seams", "ReplicaStore", "BundleFormat", "Sealing",
                "Membership", "Exchange", "FolderExchange", "Custody", "HubWire", "HTTPExchange",
                "Region", "Tenancy", "Statistics", "Desk", "HostSystem", grdb, arguments, lifecycle,
                signals, logging,
            ]
        ),
        command(
            "passerelle-hub",
            on: [
                "Hub", "HubWire", "HubStorage", "HubServer", "HubPages", "Sealing", "ReplicaStore",
                "Seams", "Statistics", "HostSystem", lifecycle, signals, logging, client, nio,
                nioHTTP,
                nioFoundation,
                arguments,
            ]
        ),
        command(
            "passerelle-demo",
            on: [
                "Causality", "Records", "Seams", "BundleFormat", "Sealing", "Membership",
                "ReplicaStore", "Exchange", "FolderExchange", "Custody", "HTTPExchange",
                "Statistics",
                "Tenancy", "HubWire", "HubStorage", "HubServer", "Hub", "HostSystem",
                "InventedPeople", grdb, arguments,
            ]
        ),
        command(
            "passerelle-bench",
            on: [
                "Causality", "Records", "Seams", "BundleFormat", "Sealing", "Membership",
                "ReplicaStore", "Exchange", "Custody", "HTTPExchange", "HubWire", "HubStorage",
                "HubServer", "Hub", "HubPages", "Region", "Statistics", "Tenancy", "HostSystem",
                "InventedPeople", grdb, sqlite, client, nio, nioHTTP, arguments,
            ]
        ),
        // Tests, each beside the floor that it tests.
        .target(
            name: "TestKit",
            dependencies: ["Records", "Seams", "ReplicaStore", "HostSystem"],
            path: "Tests/Support/TestKit",
            swiftSettings: settings
        ),
        .target(
            name: "CustodyKit",
            dependencies: [
                "Custody", "Membership", "Sealing", "Exchange", "ReplicaStore", "Records",
                "Causality", "TestKit", "HostSystem", grdb,
            ],
            path: "Tests/Support/CustodyKit",
            swiftSettings: settings
        ),
        .target(
            name: "SimulatedWorld",
            dependencies: [
                "Causality", "Records", "Seams", "BundleFormat", "Sealing", "Membership",
                "ReplicaStore", "Exchange", "FolderExchange", "Custody", "TestKit", grdb, sqlite,
            ],
            path: "Tests/Support/SimulatedWorld",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "Simulation",
            dependencies: ["SimulatedWorld", "CSQLiteSettings", arguments],
            path: "Tests/Simulation",
            exclude: ["plant", "run"],
            swiftSettings: settings
        ),
        tests("SimulationTests", on: ["SimulatedWorld"]),
        // The process that Tests/Crash kills, starves and cuts off.
        .executableTarget(
            name: "CrashWorker",
            dependencies: [
                "Causality", "Records", "Seams", "BundleFormat", "ReplicaStore", "Exchange",
                "FolderExchange", "HostSystem", "TestKit", grdb, sqlite,
            ],
            path: "Tests/Support/CrashWorker",
            swiftSettings: settings
        ),
        // Another application on the engine, compiled without package access: it sees what is public.
        .target(
            name: "ExampleVisits",
            dependencies: example,
            path: "Tests/ExampleVisits/Application",
            packageAccess: false,
            swiftSettings: settings
        ),
        .testTarget(
            name: "ExampleVisitsTests",
            dependencies: example + ["ExampleVisits"],
            path: "Tests/ExampleVisits/Tests",
            packageAccess: false,
            swiftSettings: settings
        ),
        tests("CausalityTests", on: ["Causality"]),
        tests("RecordsTests", on: ["Records"]),
        tests("BundleFormatTests", on: ["BundleFormat", "Causality", "Records", "TestKit"]),
        tests(
            "SealingTests",
            on: ["Sealing", "BundleFormat", "Causality", "Records", "TestKit", crypto]
        ),
        tests(
            "MembershipTests",
            on: ["Membership", "Sealing", "BundleFormat", "Causality", "Records", "TestKit"]
        ),
        tests("ReplicaStoreTests", on: ["ReplicaStore", "TestKit", grdb]),
        tests(
            "ExchangeTests",
            on: [
                "FolderExchange", "Exchange", "BundleFormat", "ReplicaStore", "TestKit",
                "HostSystem", grdb,
            ]
        ),
        tests(
            "CustodyTests",
            on: [
                "Custody", "Membership", "Sealing", "FolderExchange", "Exchange", "BundleFormat",
                "ReplicaStore", "Records", "Causality", "TestKit", "CustodyKit", "SimulatedWorld",
                "HostSystem", "Seams", grdb,
            ]
        ),
        tests(
            "HubHTTPTests",
            on: [
                "HubWire", "HubStorage", "HubServer", "HTTPExchange", "Custody", "Membership",
                "Sealing", "FolderExchange", "Exchange", "BundleFormat", "ReplicaStore",
                "Records", "Causality", "Seams", "TestKit", "HostSystem", "CustodyKit", grdb,
                client,
                hummingbird, httpTypes, nio, nioHTTP, lifecycle, logging,
            ]
        ),
        tests("StatisticsTests", on: ["Statistics", "InventedPeople", "Region"]),
        tests("HubTests", on: ["Hub", "Sealing", "Statistics", grdb]),
        tests(
            "HubPagesTests",
            on: [
                "HubPages", "HubServer", "HubStorage", "HubWire", "Hub", "Statistics", "Sealing",
                "Seams", "TestKit", grdb, hummingbird, httpTypes, nio,
            ]
        ),
        tests(
            "HubNightTests",
            on: [
                "Hub", "HubStorage", "HubWire", "Region", "Statistics", "Tenancy", "Custody",
                "Membership", "Sealing", "FolderExchange", "Exchange", "BundleFormat",
                "ReplicaStore", "Records", "Causality", "Seams", "TestKit", "HostSystem",
                "CustodyKit", grdb,
            ]
        ),
        tests(
            "TenancyTests",
            on: [
                "Tenancy", "TestKit", "InventedPeople", "Exchange", "FolderExchange", "HostSystem",
                grdb,
            ]
        ),
        // Whole scenarios, from a landlord's records to the union's bilan.
        tests(
            "ScenarioTests",
            on: [
                "Tenancy", "Hub", "Statistics", "Region", "ReplicaStore", "Records", "TestKit",
                grdb,
            ]
        ),
        // Requests about data, and erasures that travel.
        tests(
            "RightsTests",
            on: [
                "Tenancy", "Custody", "Membership", "Sealing", "Exchange", "Statistics", "Hub",
                "ReplicaStore", "Records", "HostSystem", "TestKit", grdb,
            ]
        ),
        tests(
            "DeskTests",
            on: [
                "Desk", "Tenancy", "Custody", "Membership", "Sealing", "Statistics", "ReplicaStore",
                "Records", "Seams", "HostSystem", "InventedPeople", "TestKit", grdb, lifecycle,
                logging,
            ]
        ),
        tests("HostSystemTests", on: ["HostSystem", "Seams", "TestKit"]),
        tests("TidyTests"),
        tests("RegionTests", on: ["Region"]),
        tests("InventedPeopleTests", on: ["InventedPeople", "Region"]),
    ],
    swiftLanguageModes: [.v6]
)
