import ArgumentParser

/// What `--only` asks for: one workload, or a group of them.
struct WorkloadChoice: ExpressibleByArgument {
    let names: [WorkloadName]

    init?(argument: String) {
        if argument == "statistics" {
            names = WorkloadName.statistics
        } else if let name = WorkloadName(rawValue: argument) {
            names = [name]
        } else {
            return nil
        }
    }
}
