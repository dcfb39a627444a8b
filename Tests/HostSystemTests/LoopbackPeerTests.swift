import HostSystem
import Testing

struct LoopbackPeerTests {
    private static let table = Array(
        """
          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
           0: 0100007F:20E4 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1
           1: 0100007F:C350 0100007F:20E4 01 00000000:00000000 00:00000000 00000000  1001        0 2
           2: 0100007F:20E4 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 3
           3: 0200A8C0:C351 0100007F:20E4 01 00000000:00000000 00:00000000 00000000  1000        0 4

        """.utf8
    )

    @Test func `the other end is told from ours, and its user read`() {
        #expect(LoopbackPeer.owner(port: 50_000, server: 8_420, in: Self.table) == 1_001)
        #expect(LoopbackPeer.owner(port: 8_420, server: 50_000, in: Self.table) == 1_000)
    }

    @Test func `what is not listed, or not of the loopback, is nobody's`() {
        #expect(LoopbackPeer.owner(port: 50_001, server: 8_420, in: Self.table) == nil)
        #expect(LoopbackPeer.owner(port: 50_002, server: 8_420, in: Self.table) == nil)
        #expect(LoopbackPeer.owner(port: 50_000, server: 8_420, in: []) == nil)
    }
}
