import Tenancy

extension DeskLanguage {
    func text(_ failure: ImportFailure) -> String {
        self == .french ? failure.libelle : failure.description
    }

    func text(_ reasons: [RejectReason]) -> String {
        reasons.map { self == .french ? $0.libelle : $0.description }.joined(separator: ", ")
    }

    func label(_ kind: RowWarning.Kind) -> String {
        self == .french ? kind.libelle : kind.description
    }

    func label(_ field: CanonicalField) -> String {
        self == .french ? field.libelle : field.rawValue.replacing("_", with: " ")
    }
}
