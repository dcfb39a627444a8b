import Foundation
import HubServer
import HubWire
import Testing

/// The description that the hub serves is the one in the pages, and knows every code.
struct HubDescriptionTests {
    @Test func `the page and the served description are one`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try Data(contentsOf: root.appending(path: "Docs/hub-api.json"))
        #expect(String(decoding: page, as: UTF8.self) == HubDescription.text + "\n")
    }

    @Test func `it is JSON of OpenAPI 3 1, and names every code`() throws {
        let parsed = try JSONSerialization.jsonObject(with: Data(HubDescription.text.utf8))
        let document = try #require(parsed as? [String: Any])
        #expect(document["openapi"] as? String == "3.1.0")
        for fault in HubFault.allCases {
            #expect(HubDescription.text.contains("\"\(fault.rawValue)\""), "\(fault.rawValue)")
        }
    }
}
