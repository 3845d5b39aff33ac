import Platform
import SupportCLI

Terminal.exit(Program.run(Array(CommandLine.arguments.dropFirst())))
