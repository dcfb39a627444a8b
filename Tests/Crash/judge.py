"""Reads what a CrashWorker said and finds what is not so. It shares no code with the engine.

Grammar, one line each (a side is a or b, counters are of a and of b as that side has seen them):
  created|opened SIDE REPLICA OWN       try STEP put SIDE ROW=LABEL,…   try STEP drop SIDE ROW
  try STEP apply|sync SIDE              ack STEP SIDE OF_A OF_B         fail STEP CODE
  state SIDE REPLICA OF_A OF_B SITES    row SIDE OWNER ROW LABEL        integrity SIDE TEXT
  arrival SIDE GIVEN USED               bundle NAME OF_A OF_B           refused NAME
  end (of a state)   done   closed CODE TEXT (a store refuses to open)  stopped TEXT

A write takes one number for each of its rows. A write that was tried and not acknowledged may be
there or not, whole either way; which one, the store's own counter tells.
"""


class Judge:
    def __init__(self):
        self.replica = {}
        # Per side: writes that are known to stand, as (last number, {row: label or None}, acked).
        self.history = {"a": [], "b": []}
        # Per side: writes tried since, of which at most one may stand.
        self.pending = {"a": [], "b": []}
        self.seen = {"a": {"a": 0, "b": 0}, "b": {"a": 0, "b": 0}}
        self.sent = {"a": 0, "b": 0}
        self.acknowledged = 0
        self.lost = 0
        self.violations = []
        self.failures = []
        self.closed = None
        self.stopped = None
        self.states = 0
        self.trying = None
        self.state = None

    def blame(self, text):
        self.violations.append(text)

    def hear(self, lines):
        """Takes in one process's lines, the last of which may be cut short by its death."""
        self.trying = self.state = self.closed = self.stopped = None
        done = False
        for line in lines:
            words = line.split(" ")
            done = words[0] == "done"
            getattr(self, "hear_" + words[0], self.hear_other)(words)
        return done

    def hear_other(self, words):
        self.blame("a line that means nothing: " + " ".join(words)[:80])

    def hear_created(self, words):
        if words[1] in self.replica:
            self.blame(f"store {words[1]} was made anew over one that was there")
        self.replica[words[1]] = words[2]

    def hear_opened(self, words):
        known = self.replica.setdefault(words[1], words[2])
        if known != words[2]:
            self.blame(f"store {words[1]} came back under another name")
            self.replica[words[1]] = words[2]
        # The one write that the last process may have left behind stands, or not.
        own, pending = int(words[3]), self.pending[words[1]]
        last = self.history[words[1]][-1][0] if self.history[words[1]] else 0
        if len(pending) == 1 and pending[0][0] == own > last:
            self.history[words[1]].append((*pending[0], False))
        if len(pending) == 1 and own in (last, pending[0][0]):
            self.pending[words[1]] = []

    def hear_try(self, words):
        self.trying = words
        if words[2] in ("put", "drop"):
            rows = {}
            for cell in words[4].split(","):
                row, _, label = cell.partition("=")
                rows[int(row)] = label if words[2] == "put" else None
            side = words[3]
            start = self.history[side][-1][0] if self.history[side] else 0
            self.pending[side].append((start + len(rows), rows))

    def hear_ack(self, words):
        side, counters = words[2], {"a": int(words[3]), "b": int(words[4])}
        if self.trying is None or self.trying[1] != words[1]:
            return self.blame("an acknowledgement of nothing")
        self.acknowledged += 1
        if self.trying[2] in ("put", "drop"):
            end, rows = self.pending[side][-1]
            if counters[side] != end:
                self.blame(f"step {words[1]} took number {counters[side]}, not {end}")
            self.history[side].append((counters[side], rows, True))
            self.pending[side] = []
        if self.trying[2] == "sync":
            self.sent[side] = counters[side]
        for owner in "ab":
            if counters[owner] < self.seen[side][owner]:
                self.blame(f"{side} went back from what it had seen of {owner}")
            self.seen[side][owner] = counters[owner]

    def hear_fail(self, words):
        self.failures.append(words[2])

    def hear_closed(self, words):
        self.closed = words[1]

    def hear_stopped(self, words):
        self.stopped = " ".join(words[1:])

    def hear_done(self, words):
        pass

    def hear_refused(self, words):
        if self.state:
            self.blame(f"a bundle of ours is refused: {words[1]}")
        else:
            self.failures.append("refused")

    def hear_state(self, words):
        self.state = self.state or {"rows": {"a": {}, "b": {}}, "seen": {}, "bundles": []}
        side = words[1]
        if words[2] != self.replica[side]:
            self.blame(f"{side} changed its name")
        if int(words[5]) > 2:
            self.blame(f"{side} knows a third replica")
        self.state["seen"][side] = {"a": int(words[3]), "b": int(words[4])}

    def hear_integrity(self, words):
        if words[2:] != ["ok"]:
            self.blame(f"{words[1]} is corrupt: " + " ".join(words[2:])[:80])

    def hear_row(self, words):
        self.state["rows"][words[1]].setdefault(words[2], {})[int(words[3])] = words[4]

    def hear_arrival(self, words):
        if int(words[3]) > int(words[2]):
            self.blame(f"{words[1]} holds arrival {words[3]} and gave out {words[2]}")

    def hear_bundle(self, words):
        self.state["bundles"].append({"a": int(words[2]), "b": int(words[3])})

    def hear_end(self, words):
        self.states += 1
        for side in "ab":
            self.settle(side)
        for side in "ab":
            self.weigh(side)
        for side in "ab":
            told = max([bundle[side] for bundle in self.state["bundles"]], default=0)
            own = self.state["seen"][side][side]
            if told > own:
                self.blame(f"the mailbox knows {told} writes of {side}, which has {own}")
            if told < self.sent[side]:
                self.lost += 1
                self.blame(f"{side} sent its writes up to {self.sent[side]}, {told} are there")
        self.state = None

    def settle(self, side):
        """Decides by the store's own counter which of the tried writes stands."""
        own = self.state["seen"][side][side]
        history = self.history[side]
        last = history[-1][0] if history else 0
        if own < last:
            gone = [entry for entry in history if entry[0] > own]
            self.lost += sum(1 for entry in gone if entry[2])
            self.blame(f"{side} lost {len(gone)} writes: it counts {own}, acknowledged {last}")
            self.history[side] = [entry for entry in history if entry[0] <= own]
        elif own > last:
            held = self.state["rows"][side].get(side, {})
            standing = [
                pending
                for pending in self.pending[side]
                if pending[0] == own and self.replay(side, own, pending) == held
            ]
            if not standing:
                self.blame(f"{side} counts {own} after {last}: no write that was tried explains it")
            history += [(end, rows, False) for end, rows in standing[-1:]]
        self.pending[side] = []

    def weigh(self, side):
        """Compares each side's rows with the history up to what it says it has seen."""
        for owner in "ab":
            seen = self.state["seen"][side][owner]
            if seen < self.seen[side][owner]:
                self.lost += 1
                self.blame(f"{side} had seen {self.seen[side][owner]} of {owner}, now {seen}")
            if seen > self.state["seen"][owner][owner]:
                self.blame(f"{side} has seen more of {owner} than {owner} has")
            if seen and seen not in [entry[0] for entry in self.history[owner]]:
                self.blame(f"{side} has seen {owner} up to {seen}, inside a write")
            held = self.state["rows"][side].get(owner, {})
            if held != self.replay(owner, seen):
                self.blame(f"{side} holds other rows of {owner} than it says")
            self.seen[side][owner] = seen

    def replay(self, owner, upto, also=None):
        rows = {}
        entries = [entry for entry in self.history[owner] if entry[0] <= upto]
        for _, change, *_ in entries + ([also] if also else []):
            for row, label in change.items():
                if label is None:
                    rows.pop(row, None)
                else:
                    rows[row] = label
        return rows
