extension CompletionScript {
  /// For fish 3 and later.
  package static func fish(program: String) -> String {
    let name = "_" + function(program)
    return #"""
      # fish completion for \#(program): asks \#(program) itself what fits.

      function \#(name)_complete
        set -l words (commandline -opc)
        set -l current (commandline -ct)
        set -l reply (\#(program) __complete fish -- $words[2..-1] "$current" 2>/dev/null)
        set -l head (string split \t -- $reply[1])
        set -l prefix $head[2]
        set -l rest (string sub -s (math 1 + (string length -- "$prefix")) -- "$current")
        switch "$head[1]"
          case files
            for path in (__fish_complete_path "$rest")
              printf '%s%s\n' "$prefix" $path
            end
          case directories
            for path in (__fish_complete_directories "$rest" '')
              printf '%s%s\n' "$prefix" $path
            end
          case '*'
            string join -- \n $reply[2..-1]
        end
      end

      complete -c \#(program) -f -a '(\#(name)_complete)'

      """#
  }
}
