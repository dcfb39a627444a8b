/// The public keys that anybody could have made, as they are published.
enum WeakPoints {
    /// The seven low-order points of X25519, two of them in a second encoding, and p + 18.
    static let montgomery: [[UInt8]] = [
        bytes("0000000000000000000000000000000000000000000000000000000000000000"),
        bytes("0100000000000000000000000000000000000000000000000000000000000000"),
        bytes("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
        bytes("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
        bytes("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        bytes("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        bytes("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        bytes("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        bytes("0900000000000000000000000000000000000000000000000000000000000080"),
    ]

    /// The eight points of Ed25519 whose order divides 8.
    static let lowOrder: [[UInt8]] = [
        bytes("0100000000000000000000000000000000000000000000000000000000000000"),
        bytes("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        bytes("0000000000000000000000000000000000000000000000000000000000000000"),
        bytes("0000000000000000000000000000000000000000000000000000000000000080"),
        bytes("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
        bytes("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"),
        bytes("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
        bytes("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"),
    ]

    /// Second encodings of Ed25519: y of p to 2^255 - 1 with either sign, and x = 0 with a sign.
    static let nonCanonical: [[UInt8]] =
        (0xED...0xFF).flatMap { first in
            [0x7F, 0xFF].map { last in
                [UInt8(first)] + [UInt8](repeating: 0xFF, count: 30) + [UInt8(last)]
            }
        } + [
            bytes("0100000000000000000000000000000000000000000000000000000000000080"),
            bytes("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"),
        ]
}
