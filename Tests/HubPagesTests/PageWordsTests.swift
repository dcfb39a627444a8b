import Testing

@testable import HubPages

struct PageWordsTests {
    @Test func `both languages have the same words`() {
        #expect(
            Set(PageLanguage.english.words.keys).subtracting(["frenchOnly"])
                == Set(PageLanguage.french.words.keys)
        )
    }
}
