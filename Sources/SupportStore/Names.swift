import Platform

// Values of the operating system that pass through the desk from a face to the store and back; the
// desk itself touches no file, clock or process.
package typealias Background = Platform.Background
package typealias Chance = Platform.Chance
package typealias Environment = Platform.Environment
package typealias SystemError = Platform.SystemError
package typealias ZoneInfo = Platform.ZoneInfo
package typealias Workers = Platform.Workers
