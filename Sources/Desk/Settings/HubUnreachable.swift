/// The hub was not met: no network, another address, another key, or it refused.
package struct HubUnreachable: Error {
    package init() {}
}
