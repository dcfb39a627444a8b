/// Two ERP files of one landlord: a first one, and one that comes in late.
///
/// Between them an agent corrects seven telephone numbers that the late file changes too. Of its
/// 1,250 rows 18 cannot be taken, 7 stand twice, and 1,225 remain: 1,020 say nothing new, 140
/// change one field, 58 are new tenants, 7 contradict the agent.
package struct LateExtract: Sendable {
    /// The seed of the committed files.
    package static let seed: UInt64 = 12_501_225

    /// The files as they are committed.
    package static let committed = LateExtract(seed: seed)

    /// The edits that go with the committed files.
    package static var agentEdits: [AgentEdit] { committed.agentEdits }

    /// The first file: 1,167 sound rows, by reference.
    package let initial: [ErpRow]

    /// The late file: 1,250 rows in no order.
    package let late: [ErpRow]

    /// What the agent types after the first file and before the late one.
    package let agentEdits: [AgentEdit]

    package init(seed: UInt64) {
        var draft = LateExtractDraft(seed: seed)
        initial = draft.rows
        draft.contradictAgent(count: 7)
        draft.changeOneField(phones: 60, addresses: 45, emails: 35)
        draft.dropLeadingZeros(count: 28)
        draft.manglePhones(count: 12)
        draft.repeatRows(count: 7)
        draft.addNewTenants(count: 58)
        draft.addRowsWithGaps()
        draft.addImpossibleDates()
        late = draft.shuffled()
        agentEdits = draft.agentEdits
    }

    /// The bytes of the first file.
    package func initialFile() throws(ErpFileFailure) -> [UInt8] {
        try ErpFileWriter().file(of: initial)
    }

    /// The bytes of the late file.
    package func lateFile() throws(ErpFileFailure) -> [UInt8] {
        try ErpFileWriter().file(of: late)
    }
}
