/// The floors of the house, as Docs/Architecture.md draws them: what each target may import.
enum Layering {
    /// The modules that are not ours and the floors that may use them.
    static let outside: Set<String> = [
        "ArgumentParser", "AsyncHTTPClient", "CSQLiteSettings", "CZstd", "Crypto",
        "CryptoExtras", "Dispatch", "Foundation", "GRDB", "GRDBSQLite", "Glibc", "HTTPTypes",
        "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "Logging", "Mustache", "NIOCore",
        "NIOFoundationCompat", "NIOHTTP1", "NIOHTTPTypes", "NIOSSL", "ServiceLifecycle",
        "Synchronization", "UnixSignals",
    ]

    static let allowed: [String: Set<String>] = [
        "Causality": [],
        "Records": ["Causality"],
        "Seams": [],
        "BundleFormat": ["Causality", "Records", "CZstd", "Crypto"],
        "Sealing": [
            "Causality", "Records", "Seams", "BundleFormat", "Crypto", "CryptoExtras", "Foundation",
        ],
        "Membership": ["Causality", "Records", "Seams", "BundleFormat", "Sealing"],
        "ReplicaStore": [
            "Causality", "Records", "Seams", "BundleFormat", "Crypto", "Foundation", "GRDB",
            "CSQLiteSettings", "GRDBSQLite", "Synchronization",
        ],
        "Exchange": ["Causality", "Records", "BundleFormat", "Sealing", "ReplicaStore"],
        "Custody": [
            "Causality", "Records", "Seams", "BundleFormat", "Sealing", "Membership",
            "ReplicaStore", "Exchange", "FolderExchange", "GRDB", "Crypto", "Foundation",
        ],
        "FolderExchange": ["Seams", "BundleFormat", "Sealing", "ReplicaStore", "Exchange"],
        "HubWire": ["Records", "Sealing", "Crypto", "Foundation"],
        "HTTPExchange": [
            "Causality", "Records", "Seams", "BundleFormat", "Sealing", "Membership",
            "ReplicaStore",
            "Exchange", "Custody", "HubWire", "AsyncHTTPClient", "Foundation", "NIOCore",
            "NIOHTTP1", "NIOSSL",
        ],
        "HubStorage": [
            "Causality", "Records", "Seams", "Sealing", "Membership", "HubWire", "Foundation",
            "GRDB", "Synchronization",
        ],
        "HubServer": [
            "Records", "Seams", "Sealing", "Membership", "HubWire", "HubStorage", "Crypto",
            "Foundation", "HTTPTypes", "Hummingbird", "HummingbirdCore", "HummingbirdTLS",
            "Logging", "NIOCore", "NIOHTTPTypes", "NIOSSL", "ServiceLifecycle",
            "Synchronization",
        ],
        "Region": ["Causality", "Records", "ReplicaStore", "Foundation", "GRDB"],
        "Statistics": ["Crypto"],
        "Tenancy": [
            "Causality", "Records", "Seams", "Sealing", "Membership", "ReplicaStore", "Custody",
            "Region", "Statistics", "Foundation", "GRDB",
        ],
        "Hub": [
            "Causality", "Records", "Seams", "BundleFormat", "Sealing", "Membership",
            "ReplicaStore", "Exchange", "FolderExchange", "Region", "Statistics", "HubWire",
            "HubStorage", "Crypto", "Foundation", "GRDB", "Synchronization",
        ],
        "WebPages": ["Mustache"],
        "Desk": [
            "Causality", "Records", "Seams", "Sealing", "Membership", "ReplicaStore", "Exchange",
            "Custody", "Region", "Statistics", "Tenancy", "WebPages", "Crypto", "CryptoExtras",
            "Dispatch", "Foundation", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging",
            "Mustache", "NIOCore", "ServiceLifecycle", "Synchronization",
        ],
        "HubPages": [
            "WebPages", "Seams", "Sealing", "Region", "Statistics", "HubWire", "Hub", "HubServer",
            "Dispatch", "Foundation", "HTTPTypes", "Hummingbird", "Mustache", "NIOCore",
            "Synchronization",
        ],
        "HostSystem": ["Seams", "Glibc"],
        "InventedPeople": ["Region"],
        "passerelle": [
            "Causality", "Records", "Seams", "BundleFormat", "Sealing", "Membership",
            "ReplicaStore", "Exchange", "FolderExchange", "Custody", "HubWire", "HTTPExchange",
            "Region", "Statistics", "Tenancy", "Desk", "HostSystem", "ArgumentParser",
            "Foundation", "GRDB", "Logging", "ServiceLifecycle", "Synchronization", "UnixSignals",
        ],
        "passerelle-hub": [
            "Seams", "Sealing", "ReplicaStore", "Statistics", "Hub", "HubWire", "HubStorage",
            "HubServer", "HubPages", "HostSystem", "ArgumentParser", "AsyncHTTPClient",
            "Foundation",
            "Logging", "NIOCore", "NIOFoundationCompat", "NIOHTTP1", "ServiceLifecycle",
            "UnixSignals",
        ],
        "passerelle-demo": [
            "Causality", "Records", "Seams", "BundleFormat", "Sealing", "Membership",
            "ReplicaStore", "Exchange", "FolderExchange", "Custody", "HTTPExchange", "Statistics",
            "Tenancy", "HubWire", "HubStorage", "HubServer", "Hub", "HostSystem",
            "InventedPeople", "ArgumentParser", "Dispatch", "Foundation", "GRDB",
            "Synchronization",
        ],
        "passerelle-bench": [
            "Causality", "Records", "Seams", "BundleFormat", "Sealing", "Membership",
            "ReplicaStore", "Exchange", "Custody", "HTTPExchange", "HubWire", "HubStorage",
            "HubServer", "Hub", "HubPages", "Region", "Statistics", "Tenancy", "HostSystem",
            "InventedPeople", "ArgumentParser", "AsyncHTTPClient", "Dispatch", "Foundation",
            "GRDB", "GRDBSQLite", "Glibc", "NIOCore", "NIOHTTP1", "Synchronization",
        ],
    ]

    /// Every import that goes up, sideways or outside, by file.
    static func violations(in files: [SourceTree.File]) -> [String] {
        files.flatMap { file -> [String] in
            guard let allowed = allowed[file.target] else {
                return ["\(file.path): target \(file.target) stands on no floor"]
            }
            return file.imports.filter { !allowed.contains($0) }
                .map { "\(file.path): \(file.target) may not import \($0)" }
        }
    }

    /// Every target that a target imports, directly or through another, as the files say.
    static func closure(of target: String, in files: [SourceTree.File]) -> Set<String> {
        var reached: Set<String> = []
        var waiting = [target]
        while let next = waiting.popLast() {
            for module in files.filter({ $0.target == next }).flatMap(\.imports)
            where reached.insert(module).inserted {
                waiting.append(module)
            }
        }
        return reached
    }
}
