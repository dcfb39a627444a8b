/// What an agent types into one tenant's file before the late extract comes in.
package struct AgentEdit: Hashable, Sendable {
    package let erpRef: String
    package let phone: String
}
