import BundleFormat
import Causality
import Records

/// What libFuzzer calls with each input.
///
/// The first byte says what the others are. An input may be refused; a trap, a read out of bounds or a delta that is not written again as it
/// was read ends the run.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let input = [UInt8](UnsafeBufferPointer(start: start, count: count))
    guard let lane = input.first else { return 0 }
    let rest = Array(input.dropFirst())
    switch lane % 4 {
    case 0: tryEnvelope(rest)
    case 1: tryDelta(rest)
    case 2: tryDelta(RawDelta([rest]).stored)
    default: tryBlock(rest, isPacked: lane & 4 != 0)
    }
    return 0
}

private func tryEnvelope(_ bytes: [UInt8]) {
    guard let envelope = try? Envelope(bytes) else { return }
    precondition(envelope.bytes == bytes, "an envelope is not written again as it was read")
    tryDelta(envelope.body)
}

/// Puts a block behind a sound header, so that changes of the input reach its columns.
private func tryBlock(_ block: [UInt8], isPacked: Bool) {
    let stored = RawDelta([soundHeader, block]).stored
    guard isPacked, var writer = try? packed(soundHeader) else { return tryDelta(stored) }
    guard (try? Section.write(block, into: &writer)) != nil else { return }
    writer.byte(Section.endMark)
    tryDelta(writer.bytes)
}

private func packed(_ header: [UInt8]) throws -> ByteWriter {
    var writer = ByteWriter()
    writer.byte(DeltaWriter.version)
    try Section.write(header, into: &writer)
    return writer
}

private func tryDelta(_ bytes: [UInt8]) {
    guard let content = try? DeltaContent(bytes), bytes.first == DeltaWriter.version else { return }
    guard let again = try? RawDelta(try content.bytes()), let first = try? RawDelta(bytes) else {
        preconditionFailure("a delta that was read cannot be written")
    }
    precondition(again == first, "a delta is not written again as it was read")
}

/// The header of the vectors: two replicas, of which nine writes each are told to a newcomer.
private let soundHeader = HeaderSketch().bytes
