/// A JSON value is of another kind than the one that should stand there.
struct JSONShapeFailure: Error {}
