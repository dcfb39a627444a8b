import HostSystem
import Testing

/// Which file system holds a folder, as the kernel's table tells it.
struct MountTableTests {
    private static let table = """
        22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
        30 22 0:26 / /srv rw shared:2 - ext4 /dev/vdb rw
        31 30 0:27 / /srv/partage rw shared:3 - nfs4 serveur:/export rw
        32 22 0:28 / /media/cl\\303\\251\\040usb rw - vfat /dev/sdb1 rw
        33 22 0:29 / /media/cl\\040usb rw - vfat /dev/sdb1 rw
        broken line
        34 22 0:30 / /srv/partage/local rw - tmpfs tmpfs rw
        """

    @Test(arguments: [
        ("/home/nadia", "ext4"), ("/srv", "ext4"), ("/srv/partage", "nfs4"),
        ("/srv/partage/b4", "nfs4"), ("/srv/partagé", "ext4"), ("/srv/partage/local/x", "tmpfs"),
        ("/media/cl usb/x", "vfat"),
    ])
    func `the longest mount point counts`(_ path: String, _ type: String) {
        #expect(MountTable(Self.table).fileSystem(of: path) == type)
    }

    @Test func `an empty table says nothing`() {
        #expect(MountTable("").fileSystem(of: "/") == nil)
    }

    @Test(arguments: [
        ("ext4", false), ("vfat", false), ("fuseblk", false), ("tmpfs", false), ("nfs4", true),
        ("cifs", true), ("fuse", true), ("fuse.sshfs", true), ("vboxsf", true),
    ])
    func `a share is a network's, a USB disk is not`(_ type: String, _ isNetwork: Bool) {
        #expect(HostVolume.isNetwork(type) == isNetwork)
    }
}
