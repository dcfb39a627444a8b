/// A change of who may read the union's pages; passwords come hashed.
package enum AccountChange: Codable, Hashable, Sendable {
    case add(Account, PasswordHash)
    case role(name: String, AccountRole)
    /// Sets another password, ends the sessions and lifts a lock.
    case password(name: String, PasswordHash)
    case remove(name: String)
    case list

    /// Carries the change out; the accounts as they are then.
    func callAsFunction(in store: HubStore) throws -> HubOutcome {
        switch self {
        case .add(let account, let password): try store.add(account, password)
        case .role(let name, let role): try store.setRole(of: name, to: role)
        case .password(let name, let password): try store.setPassword(of: name, to: password)
        case .remove(let name): try store.removeAccount(name)
        case .list: break
        }
        return .accounts(try store.accounts())
    }
}
