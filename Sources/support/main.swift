import Platform
import SupportCLI

let status = Program.run(Array(CommandLine.arguments.dropFirst())) { Terminal.exit($0) }
Terminal.exit(status)
