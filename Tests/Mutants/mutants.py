"""What is changed in the ground floor, one change at a time, to see that a test fails.

Each line is a file, a text that stands in it exactly once, and what stands there instead. In the
text, «…» encloses an expression and ‹…› statements; an alternative of no statements is "". An
alternative with a reason is equivalent: no test can tell it apart, and the reason says why.
"""

SORTED = "entries are sorted by dot, so of two equal times the later entry is the greater"
ONE = "sorting or scanning a single entry changes nothing"
STABLE = "entries are sorted by dot, and the sort keeps the order of equal times"
ROW = "bit 0 is the row, which is no content"
SHORTCUT = "a shortcut: the code below it gives the same"

MUTANTS = [
    # The join.
    ("RowClock+Join", "let kept = «entry.survivors(against: theirs.entry(entry.dot), theirContext, myContext)»", [
        "entry.survivors(against: theirs.entry(entry.dot), myContext, theirContext)",
        "entry.survivors(against: mine.entry(entry.dot), theirContext, myContext)",
        "entry.survivors(against: nil, theirContext, myContext)",
        "entry",
    ]),
    ("RowClock+Join", "if «!kept.isSpent» { joined", ["true", "kept.isSpent"]),
    ("RowClock+Join", "where «mine.entry(entry.dot) == nil && !myContext.covers(entry.dot)» {", [
        "mine.entry(entry.dot) == nil || !myContext.covers(entry.dot)",
        "mine.entry(entry.dot) == nil",
        "!myContext.covers(entry.dot)",
        "mine.entry(entry.dot) != nil && !myContext.covers(entry.dot)",
        "mine.entry(entry.dot) == nil && myContext.covers(entry.dot)",
        "mine.entry(entry.dot) == nil && !theirContext.covers(entry.dot)",
    ]),
    ("RowClock+Join", "‹joined.sort { $0.dot < $1.dot }›", ["", "joined.sort { $0.dot > $1.dot }"]),
    ("RowClock+Join", "let knownToThem = «theirContext.covers(dot)»", [
        "true", "false", "!theirContext.covers(dot)", "myContext.covers(dot)",
    ]),
    ("RowClock+Join", "return «knownToThem ? restricted(to: [], elements: []) : self»", [
        "knownToThem ? self : restricted(to: [], elements: [])",
        "self",
        "restricted(to: [], elements: [])",
    ]),
    ("RowClock+Join", "guard «other != self» else", ["other == self", ("true", SHORTCUT)]),
    ("RowClock+Join", "let knownToMe = «myContext.covers(dot)»", [
        "true", "false", "!myContext.covers(dot)", "theirContext.covers(dot)",
    ]),
    ("RowClock+Join", "var fields = «self.fields.intersection(other.fields)»", [
        "self.fields", "other.fields", "self.fields.union(other.fields)",
    ]),
    ("RowClock+Join", "‹if !knownToThem { fields.formUnion(self.fields.subtracting(other.fields)) }›", [
        "",
        "if knownToThem { fields.formUnion(self.fields.subtracting(other.fields)) }",
        "if !knownToThem { fields.formUnion(other.fields.subtracting(self.fields)) }",
        "fields.formUnion(self.fields.subtracting(other.fields))",
    ]),
    ("RowClock+Join", "‹if !knownToMe { fields.formUnion(other.fields.subtracting(self.fields)) }›", [
        "",
        "if knownToMe { fields.formUnion(other.fields.subtracting(self.fields)) }",
        "fields.formUnion(other.fields.subtracting(self.fields))",
    ]),
    ("RowClock+Join", "«!knownToThem || other.elements.contains { $0.isSameCell(as: mine) }»", [
        "!knownToThem && other.elements.contains { $0.isSameCell(as: mine) }",
        "!knownToThem",
        "knownToThem || other.elements.contains { $0.isSameCell(as: mine) }",
        "other.elements.contains { $0.isSameCell(as: mine) }",
        "!knownToThem || !other.elements.contains { $0.isSameCell(as: mine) }",
    ]),
    ("RowClock+Join", "if «!knownToMe» {\n            kept +=", ["true", "false", "knownToMe"]),
    ("RowClock+Join", "«!elements.contains { $0.isSameCell(as: theirs) }»", [
        "true", "elements.contains { $0.isSameCell(as: theirs) }",
    ]),
    ("RowClock+Join", "‹kept.sort()›", [""]),
    ("RowClock+Join", "buried: «fields.contains(.deletion) ? (buried.isEmpty ? other.buried : buried) : []»", [
        "fields.contains(.deletion) ? buried : []",
        "fields.contains(.deletion) ? other.buried : []",
        "buried.isEmpty ? other.buried : buried",
        "fields.contains(.deletion) ? [] : buried",
        "[]",
    ]),
    # The write.
    ("RowClock+Stamp", "let replaced = «fields.union(.row)»", ["fields"]),
    ("RowClock+Stamp", "var members = «added»", ["[]"]),
    ("RowClock+Stamp", "if «self.fields.contains(.deletion)» {", [
        "true", "false", "!self.fields.contains(.deletion)",
    ]),
    ("RowClock+Stamp", "let settled = «content(besides: removed + added)»", [
        "content(besides: removed)", "content(besides: added)", "content(besides: [])",
    ]),
    ("RowClock+Stamp", "‹written.formUnion(settled.fields)›", [""]),
    ("RowClock+Stamp", "‹members += settled.elements›", [""]),
    ("RowClock+Stamp", "time = «comeBack(fields, sparing: aside ?? losers, notBefore: time)»", [
        "time",
        "comeBack(fields, sparing: losers, notBefore: time)",
        "comeBack(fields, sparing: aside ?? [:], notBefore: time)",
        "comeBack([], sparing: aside ?? losers, notBefore: time)",
    ]),
    ("RowClock+Stamp", "if «entry.dot == dot» {", ["false", "entry.dot != dot"]),
    ("RowClock+Stamp", "‹written.formUnion(entry.fields)›", [""]),
    ("RowClock+Stamp", "«!(added + removed).contains { $0.isSameCell(as: old) }»", [
        "true",
        "!added.contains { $0.isSameCell(as: old) }",
        "!removed.contains { $0.isSameCell(as: old) }",
        "(added + removed).contains { $0.isSameCell(as: old) }",
    ]),
    ("RowClock+Stamp", "‹time = max(time, entry.time)›", ["", "time = min(time, entry.time)"]),
    ("RowClock+Stamp", "‹entry.fields.subtract(replaced)›", [
        "", "entry.fields.subtract(fields)", "entry.fields.subtract(written)",
    ]),
    ("RowClock+Stamp", "if «!entry.elements.isEmpty» {", ["false", ("true", SHORTCUT)]),
    ("RowClock+Stamp", "«added.contains { $0.isSameCell(as: old) }\n                        || removed.contains { $0.isSameCell(as: old) }»", [
        "added.contains { $0.isSameCell(as: old) } && removed.contains { $0.isSameCell(as: old) }",
        "added.contains { $0.isSameCell(as: old) }",
        "removed.contains { $0.isSameCell(as: old) }",
    ]),
    ("RowClock+Stamp", "if «!entry.isSpent» { kept", ["true", "entry.isSpent"]),
    ("RowClock+Stamp", "kept.append(ClockEntry(dot: dot, time: «time», ", ["HybridTime(rawValue: 0)"]),
    ("RowClock+Stamp", "elements: «members.sorted()»)", ["members", "added"]),
    ("RowClock+Stamp", "‹if kept.count > 1 { kept.sort { $0.dot < $1.dot } }›", [
        "",
        "if kept.count > 2 { kept.sort { $0.dot < $1.dot } }",
        "kept.sort { $0.dot > $1.dot }",
        ("if kept.count >= 1 { kept.sort { $0.dot < $1.dot } }", ONE),
    ]),
    # The deletion.
    ("RowClock+Stamp", "let seen = «entries.filter(\\.hasContent).map(\\.dot)»", [
        "entries.map(\\.dot)", "entries.filter { !$0.hasContent }.map(\\.dot)",
    ]),
    ("RowClock+Stamp", "‹for index in kept.indices { kept[index].fields.subtract([.row, .deletion]) }›", [
        "",
        "for index in kept.indices { kept[index].fields.subtract(.row) }",
        "for index in kept.indices { kept[index].fields.subtract(.deletion) }",
    ]),
    ("RowClock+Stamp", "‹for index in kept.indices { kept[index].buried = [] }›", [""]),
    ("RowClock+Stamp", "‹kept.removeAll(where: \\.isSpent)›", [""]),
    ("RowClock+Stamp", "fields: «[.row, .deletion]», ", ["[.row]", "[.deletion]"]),
    ("RowClock+Stamp", "buried: «seen»", ["[]"]),
    ("RowClock+Stamp", ")\n        ‹kept.sort { $0.dot < $1.dot }›\n", ["", "kept.sort { $0.dot > $1.dot }"]),
    # What a row that comes back leaves aside.
    ("RowClock+Stamp", "let contested = «contested.subtracting(fields)»", ["contested", "self.fields"]),
    ("RowClock+Stamp", "let spared = «entry.fields.intersection(contested).intersection(aside[entry.dot] ?? [])»", [
        "entry.fields.intersection(contested)",
        "entry.fields.intersection(aside[entry.dot] ?? [])",
        "[]",
    ]),
    ("RowClock+Stamp", "if «!spared.isEmpty» {", [
        "spared.isEmpty", ("true", "what is spent is left out right afterwards"),
    ]),
    ("RowClock+Stamp", "let shown = «entry.fields.intersection(contested).subtracting(spared)»", [
        "entry.fields.intersection(contested)", "entry.fields.subtracting(spared)", "spared", "[]",
    ]),
    ("RowClock+Stamp", "if «!shown.isEmpty», time", ["true", "false", "shown.isEmpty"]),
    ("RowClock+Stamp", ", «time <= entry.time», ", ["time < entry.time", "time > entry.time", "true"]),
    ("RowClock+Stamp", "«entry.time.rawValue < .max» {", ["true", "entry.time.rawValue <= .max"]),
    ("RowClock+Stamp", "‹time = HybridTime(rawValue: entry.time.rawValue + 1)›", ["", "time = entry.time"]),
    ("RowClock+Stamp", "‹replaceEntries(kept)›\n        return time", [""]),
    ("RowClock+Stamp", "in «versions(of: tag).dropLast()» {", [
        "versions(of: tag).dropFirst()", "versions(of: tag)[...]", "versions(of: tag).prefix(1)",
    ]),
    # What a deleted row holds.
    ("RowClock+Stamp", "where «!named.contains(where: { $0.isSameCell(as: element) })» {", [
        "true", "named.contains(where: { $0.isSameCell(as: element) })",
    ]),
    ("RowClock+Stamp", "elements.firstIndex(where: { «$0.isSameCell(as: element)» })", ["true", "false"]),
    ("RowClock+Stamp", "‹elements[index] = elements[index].merged(with: element)›", [
        "", "elements[index] = element",
    ]),
    ("RowClock+Stamp", "return («fields.content», elements)", ["fields", "[]"]),
    # Who is shown.
    ("RowClock+Visibility", "isMarkedDeleted: Bool { «fields.contains(.deletion)» }", [
        "!fields.contains(.deletion)", "true", "false",
    ]),
    ("RowClock+Visibility", "entries.filter { «$0.fields.contains(.deletion)» }", [
        ("true", "only deletions name what they buried"), "!$0.fields.contains(.deletion)",
    ]),
    ("RowClock+Visibility", "if «!isMarkedDeleted» {", ["true", "false", "isMarkedDeleted"]),
    ("RowClock+Visibility", "return «rule == .editWins && !unseenByDeletions.isEmpty»", [
        "rule == .editWins || !unseenByDeletions.isEmpty",
        "rule == .editWins",
        "!unseenByDeletions.isEmpty",
        "rule != .editWins && !unseenByDeletions.isEmpty",
        "rule == .editWins && unseenByDeletions.isEmpty",
    ]),
    ("RowClock+Visibility", "«entry.hasContent && !deletions.contains { $0.buried.contains(entry.dot) }»", [
        "entry.hasContent || !deletions.contains { $0.buried.contains(entry.dot) }",
        "entry.hasContent",
        "!deletions.contains { $0.buried.contains(entry.dot) }",
        "entry.hasContent && deletions.contains { $0.buried.contains(entry.dot) }",
        "entry.hasContent && !deletions.allSatisfy { $0.buried.contains(entry.dot) }",
    ]),
    ("ClockEntry", "isSpent: Bool { «fields.isEmpty && elements.isEmpty» }", [
        "fields.isEmpty || elements.isEmpty", "fields.isEmpty", "elements.isEmpty",
    ]),
    ("ClockEntry", "hasContent: Bool { «!fields.content.isEmpty || !elements.isEmpty» }", [
        "!fields.content.isEmpty && !elements.isEmpty",
        "!fields.isEmpty || !elements.isEmpty",
        "!fields.content.isEmpty",
        "!elements.isEmpty",
    ]),
    ("ClockEntry", "«left.time == right.time ? left.dot < right.dot : left.time < right.time»", [
        "left.time == right.time ? left.dot <= right.dot : left.time < right.time",
        "left.time == right.time ? left.dot > right.dot : left.time < right.time",
        "left.time == right.time ? left.dot < right.dot : left.time > right.time",
        "left.time != right.time ? left.dot < right.dot : left.time < right.time",
        "left.time < right.time",
        "left.time <= right.time",
        "left.dot < right.dot",
        "left.time == right.time ? right.dot < left.dot : right.time < left.time",
        "left.time == right.time ? left.dot.counter < right.dot.counter : left.time < right.time",
        "left.time == right.time ? left.dot.replica < right.dot.replica : left.time < right.time",
        "left.time.milliseconds == right.time.milliseconds ? left.dot < right.dot : left.time < right.time",
    ]),
    ("RowClock", "if «ClockEntry.precedes(current, entry)» {", [
        "ClockEntry.precedes(entry, current)",
        "true",
        "false",
        "!ClockEntry.precedes(current, entry)",
        "current.time < entry.time",
        "current.dot < entry.dot",
        ("current.time <= entry.time", SORTED),
    ]),
    ("RowClock", "for entry in entries where «entry.fields.contains(.field(tag))» {", [
        "true", "!entry.fields.contains(.field(tag))",
    ]),
    ("RowClock", "«entries.filter { $0.fields.contains(.field(tag)) }.sorted(by: ClockEntry.precedes)»", [
        "entries.sorted(by: ClockEntry.precedes)",
        "entries.filter { $0.fields.contains(.field(tag)) }",
        "entries.filter { $0.fields.contains(.field(tag)) }.sorted { ClockEntry.precedes($1, $0) }",
        "entries.filter { $0.fields.contains(.field(tag)) }.sorted { $0.dot < $1.dot }",
        ("entries.filter { $0.fields.contains(.field(tag)) }.sorted { $0.time < $1.time }", STABLE),
    ]),
    ("RowClock", "«entries.flatMap { $0.elements.filter { $0.tag == tag } }.sorted()»", [
        "entries.flatMap { $0.elements }.sorted()",
        "entries.flatMap { $0.elements.filter { $0.tag != tag } }.sorted()",
        "entries.flatMap { $0.elements.filter { $0.tag == tag } }",
    ]),
    ("RowClock", "‹twice.formUnion(once.intersection(entry.fields))›", [
        "", "twice.formUnion(once)", "twice.formUnion(entry.fields)",
    ]),
    ("RowClock", "‹once.formUnion(entry.fields)›", ["", "once = entry.fields"]),
    ("RowClock", "return «twice.content»", ["twice", "once.content"]),
    ("RowClock", "«entries.reduce(into: []) { $0.formUnion($1.fields) }»", [
        "entries.first?.fields ?? []", "entries.last?.fields ?? []",
    ]),
    ("RowClock", "entries.first { «$0.dot == dot» }", [
        "$0.dot != dot", "$0.dot.replica == dot.replica", "$0.dot.counter == dot.counter",
    ]),
    ("RowClock", "‹entries.removeAll(where: \\.isSpent)›", [""]),
    ("RowClock", "if «entries.count > 1» {", [
        "entries.count > 2", "false", ("entries.count >= 1", ONE),
    ]),
    ("RowClock", "‹entries.sort { $0.dot < $1.dot }›", ["", "entries.sort { $0.dot > $1.dot }"]),
    ("RowClock", "where «entries[index - 1].dot == entries[index].dot» {", [
        "false", "true", "entries[index - 1].dot != entries[index].dot",
    ]),
    # Names, orders, cells.
    ("Dot", "«left.replica == right.replica\n            ? left.counter < right.counter : left.replica < right.replica»", [
        "left.counter < right.counter",
        "left.replica < right.replica",
        "left.replica == right.replica ? left.counter <= right.counter : left.replica < right.replica",
        "left.replica == right.replica ? left.counter > right.counter : left.replica < right.replica",
        "left.replica == right.replica ? left.counter < right.counter : left.replica > right.replica",
    ]),
    ("ReplicaID", "«left.high == right.high ? left.low < right.low : left.high < right.high»", [
        "left.high < right.high",
        "left.low < right.low",
        "left.high == right.high ? left.low <= right.low : left.high < right.high",
        "left.high == right.high ? left.low > right.low : left.high < right.high",
        "left.high == right.high ? left.low < right.low : left.high > right.high",
        "left.low == right.low ? left.high < right.high : left.low < right.low",
    ]),
    ("ReplicaID", "guard «bytes.count == 16» else", ["true", "bytes.count <= 16"]),
    ("Element", "«tag == other.tag && key == other.key»", [
        "tag == other.tag || key == other.key", "tag == other.tag", "key == other.key",
    ]),
    ("Element", "«max(increments, other.increments)»", [
        "min(increments, other.increments)", "increments", "other.increments",
    ]),
    ("Element", "«max(decrements, other.decrements)»", [
        "min(decrements, other.decrements)", "decrements", "other.decrements",
    ]),
    ("Element", "«left.tag == right.tag ? left.key.lexicographicallyPrecedes(right.key) : left.tag < right.tag»", [
        "left.tag < right.tag",
        "left.key.lexicographicallyPrecedes(right.key)",
        "left.tag == right.tag ? right.key.lexicographicallyPrecedes(left.key) : left.tag < right.tag",
        "left.tag == right.tag ? left.key.count < right.key.count : left.tag < right.tag",
        "left.tag == right.tag ? left.key.lexicographicallyPrecedes(right.key) : left.tag > right.tag",
    ]),
    ("FieldMask", "«subtracting([.row, .deletion])»", ["subtracting(.row)", "subtracting(.deletion)", "self"]),
    ("FieldMask", "while «rest != 0» {", [("rest > 1", ROW), "false"]),
    # Knowledge.
    ("VersionVector", "counters.filter { «$0.value > 0» }", ["$0.value >= 0", "$0.value > 1"]),
    ("VersionVector", ".sorted { «$0.replica < $1.replica» }", ["$0.replica > $1.replica"]),
    ("VersionVector", "guard «index < entries.count», entries", ["index <= entries.count"]),
    ("VersionVector", "«entries[index].replica == replica» else", ["true", "entries[index].replica != replica"]),
    ("VersionVector", "«self[dot.replica] >= dot.counter»", [
        "self[dot.replica] > dot.counter", "self[dot.replica] <= dot.counter", "self[dot.replica] == dot.counter",
    ]),
    ("VersionVector", "«other.entries.allSatisfy { self[$0.replica] >= $0.counter }»", [
        "other.entries.allSatisfy { self[$0.replica] > $0.counter }",
        "other.entries.allSatisfy { self[$0.replica] <= $0.counter }",
        "other.entries.contains { self[$0.replica] >= $0.counter }",
    ]),
    ("VersionVector", "guard «dot.counter > 0» else", ["true", "dot.counter > 1"]),
    ("VersionVector", "if «index < entries.count», entries", ["index <= entries.count", "false"]),
    ("VersionVector", "«entries[index].replica == dot.replica» {", ["true", "false"]),
    ("VersionVector", "‹entries[index].counter = max(entries[index].counter, dot.counter)›", [
        "",
        "entries[index].counter = dot.counter",
        "entries[index].counter = min(entries[index].counter, dot.counter)",
        "entries[index].counter += dot.counter",
    ]),
    ("VersionVector", "at: «index»)", ["0", "entries.count"]),
    ("VersionVector", "‹for entry in other.entries { include(Dot(entry.replica, entry.counter)) }›", [
        "", "entries = other.entries",
    ]),
    ("VersionVector", "let counter = «min(entry.counter, other[entry.replica])»", [
        "max(entry.counter, other[entry.replica])", "entry.counter", "other[entry.replica]",
    ]),
    ("VersionVector", "return «counter > 0» ?", ["true", "counter > 1"]),
    ("VersionVector", "guard «entry.counter > known» else", [
        "true", "entry.counter < known", ("entry.counter >= known", "nothing is added"),
    ]),
    ("VersionVector", "guard «!overflow» else", ["true"]),
    ("VersionVector", "‹total = sum›", ["", "total = entry.counter - known"]),
    ("VersionVector", "return «entry.counter > known» ?", ["true", "entry.counter >= known", "entry.counter > known &+ 1"]),
    ("VersionVector", "«known + 1»)...", ["known"]),
    ("VersionVector", "while «lower < upper» {", ["lower + 1 < upper", "false"]),
    ("VersionVector", "if «entries[middle].replica < replica» {", [
        "entries[middle].replica <= replica", "entries[middle].replica > replica", "true", "false",
    ]),
    ("VersionVector", "{ lower = «middle + 1» }", ["middle + 2"]),
    ("VersionVector", "{ upper = «middle» }", ["middle - 1"]),
    ("UInt64+Clamped", "«overflow ? .max : sum»", ["sum", "overflow ? sum : .max"]),
    # The clock.
    ("HybridClock", "rawValue: «min(milliseconds, HybridTime.maximumMilliseconds)» <<", [
        "milliseconds", "max(milliseconds, HybridTime.maximumMilliseconds)",
    ]),
    ("HybridClock", "let isSteady = «last.milliseconds <= reading.milliseconds.addingClamped(Self.steadyWindow)»", [
        "last.milliseconds < reading.milliseconds.addingClamped(Self.steadyWindow)",
        "last.milliseconds >= reading.milliseconds.addingClamped(Self.steadyWindow)",
        "last.milliseconds <= reading.milliseconds",
        "true",
        "false",
    ]),
    ("HybridClock", "if «reading > last || !isSteady» {", [
        "reading >= last || !isSteady",
        "reading < last || !isSteady",
        "reading > last && !isSteady",
        "reading > last || isSteady",
        "reading > last",
        "!isSteady",
    ]),
    ("HybridClock", "else if «last.rawValue < .max» {", ["true", "false", "last.rawValue <= .max"]),
    ("HybridClock", "‹last = reading›", [""]),
    ("HybridClock", "‹last = HybridTime(rawValue: last.rawValue + 1)›", [
        "", "last = HybridTime(rawValue: last.rawValue + 2)",
    ]),
    ("HybridTime", "guard «milliseconds <= Self.maximumMilliseconds» else", [
        "true", "milliseconds < Self.maximumMilliseconds",
    ]),
    ("HybridTime", "«left.rawValue < right.rawValue»", [
        "left.rawValue <= right.rawValue", "left.rawValue > right.rawValue", "left.milliseconds < right.milliseconds",
    ]),
    # The digest of what is alive.
    ("SetDigest", "guard «bytes.count == 16» else", ["true", "bytes.count >= 16", "bytes.count <= 16"]),
    ("SetDigest", "bytes.reduce(0) { «$0 << 8 | UInt128($1)» }", [
        "$0 << 7 | UInt128($1)", "$0 << 8", "UInt128($1)",
    ]),
    ("SetDigest", "sum >> UInt128(«120 - 8 * $0»)", ["8 * $0", "120"]),
    ("SetDigest", "func add(_ clock: RowClock) { ‹sum &+= Self.hash(clock)› }", [
        "", "sum &-= Self.hash(clock)", "sum = Self.hash(clock)",
    ]),
    ("SetDigest", "func remove(_ clock: RowClock) { ‹sum &-= Self.hash(clock)› }", [
        "", "sum &+= Self.hash(clock)", "sum = 0",
    ]),
    ("SetDigest", "‹remove(old)›", ["", "remove(new)"]),
    ("SetDigest", "‹add(new)›", ["", "add(old)"]),
    ("SetDigest", "‹sum &+= Self.hash(replica, counter, fields.rawValue)›", [
        "", "sum = Self.hash(replica, counter, fields.rawValue)", "sum &+= Self.hash(replica, counter, 1)",
    ]),
    ("SetDigest", "‹sum &-= Self.hash(replica, counter, fields.rawValue)›", [
        "", "sum &+= Self.hash(replica, counter, fields.rawValue)",
    ]),
    ("SetDigest", "‹sum &+= other.sum›", ["", "sum = other.sum", "sum &-= other.sum"]),
    ("SetDigest", "guard «!clock.isMarkedDeleted» else", ["true", "clock.isMarkedDeleted"]),
    ("SetDigest", "clock.entries.reduce(0) { «$0 &+ hash($1)» }", ["hash($1)", "$0", "$0 ^ hash($1)"]),
    ("SetDigest", "«UInt64(element.tag) << 56 | 1»", ["UInt64(element.tag) << 56", "1", "UInt64(element.tag)"]),
    ("SetDigest", "‹state = mix(state, element.increments, element.decrements)›", [
        "", "state = mix(state, element.decrements, element.increments)", "state = mix(state, element.increments, 0)",
    ]),
    ("SetDigest", "for byte in element.key { ‹state = mix(state, UInt64(byte), 0)› }", [
        "", "state = mix(state, 0, UInt64(byte))", "state ^= UInt128(byte)",
    ]),
    ("SetDigest", "return «sum &+ mix(state, UInt64(element.key.count), 1)»", [
        "sum", "mix(state, UInt64(element.key.count), 1)", "sum &+ state", "sum &+ mix(state, 0, 1)",
        "sum &+ mix(state, UInt64(element.key.count), 0)",
    ]),
    ("SetDigest", "A73B, «replica.high», replica", ["replica.low", "0"]),
    ("SetDigest", "«replica.low»),\n            counter,", ["replica.high", "0"]),
    ("SetDigest", "counter,\n            «fields»\n        )", ["0", "counter"]),
    ("SetDigest", "UInt64(truncatingIfNeeded: «state >> 64») ^", ["state"]),
    ("SetDigest", "var right = «UInt64(truncatingIfNeeded: state) ^ second &* 0xC2B2_AE3D_27D4_EB4F»", [
        "UInt64(truncatingIfNeeded: state)", "second &* 0xC2B2_AE3D_27D4_EB4F",
        "UInt64(truncatingIfNeeded: state) ^ second &* 0xC2B2_AE3D_27D4_EB4D",
    ]),
    ("SetDigest", "scrambled(«left &+ right.byteSwapped»)", ["left", "left &+ right", "left ^ right.byteSwapped"]),
    ("SetDigest", "scrambled(«right ^ (left << 23 | left >> 41) &+ first»)", [
        "right", "right ^ (left << 23 | left >> 41)", "right &+ first", "right ^ (left << 23) &+ first",
    ]),
    ("SetDigest", "«UInt128(left) << 64 | UInt128(right)»", ["UInt128(right)", "UInt128(left) << 64"]),
    ("SetDigest", "var mixed = «(number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9»", [
        "number &* 0xBF58_476D_1CE4_E5B9", "number ^ (number >> 30)",
    ]),
    ("SetDigest", "mixed = «(mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB»", ["mixed", "mixed ^ (mixed >> 27)"]),
    ("SetDigest", "return «mixed ^ (mixed >> 31)»", ["mixed"]),
    # Other lives of a replica.
    ("VersionVector+Lower", "entries.filter { «$0.replica != replica» }", ["true", "$0.replica == replica"]),
    ("VersionVector+Lower", "‹lowered.include(Dot(replica, min(counter, self[replica])))›", [
        "", "lowered.include(Dot(replica, counter))", "lowered.include(Dot(replica, self[replica]))",
        "lowered.include(Dot(replica, max(counter, self[replica])))",
    ]),
    ("ClockEntry+Rename", "dot: «dot»,", ["self.dot"]),
    ("ClockEntry+Rename", "elements: «elements»,", ["[]"]),
    ("ClockEntry+Rename", "buried: «buried.map { names[$0] ?? $0 }.sorted()»", [
        "buried", "buried.map { names[$0] ?? $0 }", "buried.compactMap { names[$0] }.sorted()", "[]",
    ]),
]
