import Records
import Testing

/// Declarations that are refused, each by name.
struct SchemaTests {
    private func failure(
        _ fields: [Field],
        _ partition: PartitionKind = .landlord,
        name: String = "person"
    ) -> SchemaFailure? {
        do {
            _ = try Schema(partition, [RecordCollection(name, fields: fields)])
            return nil
        } catch {
            return error
        }
    }

    @Test func `a sound declaration is taken`() throws {
        let schema = try Schema(
            .landlord,
            [RecordCollection("person", fields: [Field(1, "name", .text, .personal)])]
        )
        #expect(schema.collection(named: "person")?.field(named: "name")?.tag == 1)
        #expect(schema.collection(named: "person")?.field(tag: 1)?.name == "name")
    }

    @Test func `no field about a person stands in the region's or the upward partition`() {
        for partition in [PartitionKind.region, .upward] {
            for privacy in [PrivacyClass.personal, .sensitive] {
                #expect(
                    failure([Field(1, "name", .text, privacy)], partition)
                        == .personalField(
                            collection: "person",
                            field: "name",
                            partition: partition
                        )
                )
            }
            #expect(failure([Field(1, "commune", .text, .dimension)], partition) == nil)
        }
    }

    @Test(arguments: ["", "Nom", "a b", "1a", "a;DROP TABLE x", "passerelle_x", "sqlite_x", "é"])
    func `a name that is no plain identifier is refused`(_ name: String) {
        #expect(failure([], name: name) == .badName(name))
        #expect(failure([Field(1, name, .text, .technical)]) == .badName(name))
    }

    @Test func `tags are 1 to 62 and used once`() {
        for tag in [UInt8(0), 63, 255] {
            #expect(
                failure([Field(tag, "a", .text, .technical)])
                    == .badTag(collection: "person", field: "a", tag: tag)
            )
        }
        let twice = [Field(1, "a", .text, .technical), Field(1, "b", .text, .technical)]
        #expect(failure(twice) == .duplicateField(collection: "person", field: "b"))
    }

    @Test func `a set is text and a counter is a number`() {
        #expect(
            failure([Field(1, "a", .integer, .technical, .set)])
                == .ruleNeedsType(collection: "person", field: "a", type: .text)
        )
        #expect(
            failure([Field(1, "a", .text, .technical, .counter)])
                == .ruleNeedsType(collection: "person", field: "a", type: .integer)
        )
    }
}
