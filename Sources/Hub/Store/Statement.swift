import Statistics

/// A landlord's statement: without this line the name could also mean GRDB's own `Statement`.
typealias Statement = Statistics.Statement
