"""A disk that can lose its power: a FUSE file system that lives in memory and forgets.

What was written and not synced is in the page cache, which a cut drops. A file's bytes and size
last from its fsync on; its name, and every rename and removal, from the fsync of its folder on.
Commands come one JSON object a line on standard input, one answer a line goes out:
  {"do": "reset"}                 empty folders a, b and mailbox, all of it lasting
  {"do": "keep"}, {"do": "back"}  remembers the disk as it is; puts that back
  {"do": "arm", "at": k}          cuts the power instead of the k-th change from now on
  {"do": "reboot", "how": "drop" or "torn", "seed": n}    what a cut leaves, ready for use
  {"do": "calm"}                  how many changes were counted; counting starts again

"torn": each page of 4 KiB that was not synced is there, is not there, or is there up to one of its
512-byte sectors; of the changes of a folder, those up to some moment are there.
"""

import copy
import errno
import json
import os
import random
import stat
import sys
import threading

import mfusepy

PAGE = 4096
SECTOR = 512


class Node:
    def __init__(self, number, mode):
        self.number = number
        self.mode = mode
        # A file: what is read, and what would be left; the pages that differ.
        self.data = bytearray()
        self.lasting = bytearray()
        self.dirty = set()
        # A folder: what is listed, what would be left, and the changes in between, in order.
        self.entries = {}
        self.lasting_entries = {}
        self.changes = []

    def is_folder(self):
        return stat.S_ISDIR(self.mode)

    def sync(self):
        for page in self.dirty:
            start = page * PAGE
            piece = self.data[start : start + PAGE]
            fill(self.lasting, start + len(piece))
            self.lasting[start : start + len(piece)] = piece
        self.dirty.clear()
        del self.lasting[len(self.data) :]
        fill(self.lasting, len(self.data))

    def sync_folder(self):
        self.lasting_entries = dict(self.entries)
        self.changes = []

    def enter(self, *changes):
        """One change of a folder: names that come and go together."""
        for name, node in changes:
            if node is None:
                self.entries.pop(name, None)
            else:
                self.entries[name] = node
        self.changes.append(changes)

    def tear(self, draw):
        for page in sorted(self.dirty):
            piece = self.data[page * PAGE : (page + 1) * PAGE]
            kept = draw.choice([0, len(piece), draw.randrange(0, PAGE, SECTOR)])
            piece = piece[:kept]
            if piece:
                fill(self.lasting, page * PAGE + len(piece))
                self.lasting[page * PAGE : page * PAGE + len(piece)] = piece
        if len(self.data) < len(self.lasting) and draw.random() < 0.5:
            del self.lasting[len(self.data) :]
        for changes in self.changes[: draw.randint(0, len(self.changes))]:
            for name, node in changes:
                if node is None:
                    self.lasting_entries.pop(name, None)
                else:
                    self.lasting_entries[name] = node

    def forget(self):
        self.data = bytearray(self.lasting)
        self.dirty.clear()
        self.entries = dict(self.lasting_entries)
        self.changes = []


def fill(data, length):
    if len(data) < length:
        data.extend(bytes(length - len(data)))


class PowerDisk(mfusepy.Operations):
    use_ns = True

    def __init__(self, folders_sync):
        self.folders_sync = folders_sync
        self.mutex = threading.RLock()
        self.open_files = {}
        self.last_number = 1
        self.kept = None
        self.reset()

    # Commands.

    def reset(self):
        self.root = self.new_node(stat.S_IFDIR | 0o755)
        for name in ("a", "b", "mailbox"):
            self.root.enter((name, self.new_node(stat.S_IFDIR | 0o755)))
        self.root.sync_folder()
        self.calm()

    def calm(self):
        self.count, self.cut_at, self.is_dead = 0, None, False

    def keep(self):
        self.kept = copy.deepcopy(self.root)

    def back(self):
        self.root = copy.deepcopy(self.kept)
        self.calm()

    def arm(self, at):
        self.calm()
        self.cut_at = at

    def reboot(self, how, seed):
        """What a cut leaves: every node that was or is reachable loses what was not synced."""
        draw = random.Random(seed)
        waiting, met = [self.root], set()
        while waiting:
            node = waiting.pop()
            if node.number in met:
                continue
            met.add(node.number)
            if how == "torn":
                node.tear(draw)
            node.forget()
            waiting += [node.entries[name] for name in sorted(node.entries)]
        self.calm()

    def obey(self, order):
        with self.mutex:
            counted, died = self.count, self.is_dead
            do = order.pop("do")
            getattr(self, do)(**order)
            return {"changes": counted, "cut": died}

    # The file system.

    def new_node(self, mode):
        self.last_number += 1
        return Node(self.last_number, mode)

    def alive(self):
        if self.is_dead:
            raise mfusepy.FuseOSError(errno.EIO)

    def change(self, path):
        """Counts a change, or cuts the power instead of it."""
        self.alive()
        # SQLite maps this one into memory: the kernel writes it when it likes, and it is rebuilt.
        if path and path.endswith("-shm"):
            return
        self.count += 1
        if self.count == self.cut_at:
            self.is_dead = True
            self.alive()

    def find(self, path):
        self.alive()
        node = self.root
        for name in path.split("/"):
            if name:
                node = node.entries.get(name) if node.is_folder() else None
                if node is None:
                    raise mfusepy.FuseOSError(errno.ENOENT)
        return node

    def parent(self, path):
        folder, _, name = path.rpartition("/")
        return self.find(folder), name

    def handle(self, node):
        self.last_number += 1
        self.open_files[self.last_number] = node
        return self.last_number

    def node(self, path, fh):
        return self.open_files.get(fh) or self.find(path)

    def getattr(self, path, fh=None):
        with self.mutex:
            self.alive()
            return self.attributes(self.node(path, fh))

    def attributes(self, node):
        return {
            "st_mode": node.mode, "st_ino": node.number, "st_nlink": 1,
            "st_size": len(node.data), "st_uid": os.getuid(), "st_gid": os.getgid(),
            "st_atime": 0, "st_mtime": 0, "st_ctime": 0,
        }

    def readdir(self, path, fh):
        with self.mutex:
            folder = self.find(path)
            nodes = {".": folder, "..": self.root, **folder.entries}
            return [(name, self.attributes(node), 0) for name, node in nodes.items()]

    def open(self, path, flags):
        with self.mutex:
            return self.handle(self.find(path))

    def release(self, path, fh):
        with self.mutex:
            self.open_files.pop(fh, None)
        return 0

    def create(self, path, mode, fi=None):
        with self.mutex:
            self.change(path)
            folder, name = self.parent(path)
            node = self.new_node(stat.S_IFREG | stat.S_IMODE(mode))
            folder.enter((name, node))
            return self.handle(node)

    def mkdir(self, path, mode):
        with self.mutex:
            self.change(path)
            folder, name = self.parent(path)
            folder.enter((name, self.new_node(stat.S_IFDIR | stat.S_IMODE(mode))))
        return 0

    def read(self, path, size, offset, fh):
        with self.mutex:
            self.alive()
            return bytes(self.node(path, fh).data[offset : offset + size])

    def write(self, path, data, offset, fh):
        with self.mutex:
            self.change(path)
            node = self.node(path, fh)
            fill(node.data, offset)
            node.data[offset : offset + len(data)] = data
            node.dirty.update(range(offset // PAGE, (offset + len(data) - 1) // PAGE + 1))
        return len(data)

    def truncate(self, path, length, fh=None):
        with self.mutex:
            self.change(path)
            node = self.node(path, fh)
            if length > len(node.data):
                node.dirty.update(range(len(node.data) // PAGE, (length - 1) // PAGE + 1))
            del node.data[length:]
            fill(node.data, length)
            node.dirty = {page for page in node.dirty if page * PAGE < length}
        return 0

    def fsync(self, path, datasync, fh):
        with self.mutex:
            self.change(path)
            self.node(path, fh).sync()
        return 0

    def fsyncdir(self, path, datasync, fh):
        with self.mutex:
            self.change(path)
            if self.folders_sync:
                self.find(path).sync_folder()
        return 0

    def rename(self, old, new):
        with self.mutex:
            self.change(old)
            folder, name = self.parent(old)
            target, new_name = self.parent(new)
            node = self.find(old)
            if target is folder:
                folder.enter((name, None), (new_name, node))
            else:
                folder.enter((name, None))
                target.enter((new_name, node))
        return 0

    def unlink(self, path):
        with self.mutex:
            self.change(path)
            self.find(path)
            folder, name = self.parent(path)
            folder.enter((name, None))
        return 0

    def chmod(self, path, mode):
        with self.mutex:
            node = self.find(path)
            node.mode = stat.S_IFMT(node.mode) | stat.S_IMODE(mode)
        return 0

    def chown(self, path, uid, gid):
        return 0

    def utimens(self, path, times=None):
        return 0

    def statfs(self, path):
        return {"f_bsize": PAGE, "f_frsize": PAGE, "f_blocks": 1 << 20, "f_bfree": 1 << 20,
                "f_bavail": 1 << 20, "f_files": 1 << 16, "f_ffree": 1 << 16, "f_namemax": 255}


def listen(disk):
    for line in sys.stdin:
        try:
            answer = disk.obey(json.loads(line))
        except Exception as error:  # The harness shows it; the disk goes on.
            answer = {"error": repr(error)}
        print(json.dumps(answer), flush=True)


def main():
    disk = PowerDisk(folders_sync="--folders-never-sync" not in sys.argv)
    threading.Thread(target=listen, args=(disk,), daemon=True).start()
    mfusepy.FUSE(
        disk, sys.argv[1], foreground=True, nothreads=True, use_ino=True, attr_timeout=0,
        entry_timeout=0, negative_timeout=0, fsname="powerdisk",
    )


if __name__ == "__main__":
    main()
