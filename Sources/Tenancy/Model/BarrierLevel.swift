/// How much a barrier holds somebody back.
package enum BarrierLevel: String, CaseIterable, Sendable {
    case light = "leger"
    case strong = "fort"
    case blocking = "bloquant"
}
