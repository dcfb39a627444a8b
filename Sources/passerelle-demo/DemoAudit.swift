/// What is left to decide at the end of the story, and whether anything was lost on its way.
struct DemoAudit {
    var replicas = 0
    var acknowledgedWrites = 0
    var lostWrites = 0
    var conflictsListed = 0
    var settledByRank = 0
}
