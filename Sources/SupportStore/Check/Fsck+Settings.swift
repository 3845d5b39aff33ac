import Platform
import SupportModel

/// Whether the settings can be read.
extension Fsck {
  mutating func checkSettings(_ settingsError: SettingsError?) {
    let (layout, settings) = (layout, settings)
    if let settingsError { note(settingsError) }
    do { _ = try LocalConfig(layout) } catch let error as SettingsError { note(error) } catch {}
    let (agentFiles, articleFiles) = (AgentFiles(layout), ArticleFiles(layout))
    let agents = reading(layout.agents) { try agentFiles.allAnew() }
    let articles = reading(layout.articles) { try articleFiles.all() }
    for error in (agents?.broken ?? []) + (articles?.broken ?? []) { note(error) }
    let (teamFiles, categoryFiles) = (TeamFiles(layout, settings), CategoryFiles(layout, settings))
    let teams = readAll(layout.teams) { try teamFiles.all() }
    let categories = readAll(layout.categories) { try categoryFiles.all() }
    _ = readAll(layout.tags) { try TagFiles(layout).all() }
    _ = readAll(layout.templates) { try TemplateFiles(layout).all() }
    _ = readAll(layout.views) { try ViewFiles(layout, settings).all() }
    checkConflicts()
    let staff = Staff(agents?.values ?? [], teams: teams.map(\.code))
    checkPeople(in: teams, categories, staff)
    checkAgents(agents?.values ?? [], areAll: agents?.broken.isEmpty == true, categories)
    if settingsError == nil {
      checkPolicies(staff)
      checkRules(staff, categories.map(\.path))
      checkFields(categories)
    }
  }

  /// The settings of one kind that make sense.
  private mutating func readAll<Value>(
    _ folder: String, _ read: () throws -> ReadFiles<Value>
  ) -> [Value] {
    let files = reading(folder, read)
    for error in files?.broken ?? [] { note(error) }
    return files?.values ?? []
  }

  /// Policies that can hardly be meant so.
  private mutating func checkPolicies(_ staff: Staff) {
    guard let bytes = try? FileSystem.readIfPresent(layout.settings) else { return }
    let now = now ?? Instant(milliseconds: WallClock.milliseconds())
    let mistakes = PolicyReview.mistakes(in: settings, at: now, KnownNames(staff))
    let lines = mistakes.isEmpty ? [:] : (try? JSONParser.lines(of: bytes)) ?? [:]
    for mistake in mistakes {
      findings.append(
        Finding(
          .settingsPolicy, file: DeskSettings.fileName, line: lines[mistake.path],
          "\(mistake.path): \(mistake.detail) (\(mistake.code.rawValue))"))
    }
  }

  /// Rules that cannot be read, and those that can hardly be meant so.
  private mutating func checkRules(_ staff: Staff, _ categories: [String]) {
    let now = now ?? Instant(milliseconds: WallClock.milliseconds())
    let templates = (try? TemplateFiles(layout).names()) ?? []
    let rules = settings.rules.whole
    for place in 0..<rules.count {
      do {
        let rule = try rules.rule(place, settings, at: now)
        try rules.requireOwnName(place)
        for mistake in RuleReview.mistakes(
          in: rule, at: place, KnownNames(staff), categories: categories, templates: templates)
        {
          note(mistake)
        }
      } catch let error as SettingsError { note(error) } catch {}
    }
  }

  private mutating func note(_ mistake: RuleMistake) {
    let bytes = try? FileSystem.readIfPresent(layout.settings)
    let lines = bytes.flatMap { $0 }.flatMap { try? JSONParser.lines(of: $0) } ?? [:]
    findings.append(
      Finding(
        .settingsRule, file: DeskSettings.fileName, line: lines[mistake.path],
        "\(mistake.path): \(mistake.detail) (\(mistake.code.rawValue))"))
  }

  private mutating func note(_ error: SettingsError) {
    let field = error.field.isEmpty ? "" : "\(error.field): "
    findings.append(
      Finding(.settingsInvalid, file: error.file, line: error.line, field + error.reason))
  }

  /// Markers that git left for a person to decide between. An article that tells of such markers has
  /// them too, so this is a warning.
  private mutating func checkConflicts() {
    var paths = [layout.settings]
    for folder in tree.folders {
      switch folder.room {
      case .agents, .teams, .categories, .tags, .views, .templates, .articles:
        paths += folder.names.map { folder.path + "/" + $0 }
      default: break
      }
    }
    for path in paths {
      guard let bytes = try? FileSystem.readIfPresent(path),
        let line = ConflictMarker.line(in: bytes)
      else { continue }
      findings.append(
        Finding(
          .settingsConflict, file: layout.relative(path), line: line, "a merge conflict stands here"
        ))
    }
  }
}
