extension CompletionScript {
  /// For zsh 5, as a function on the `fpath` or sourced after `compinit`.
  package static func zsh(program: String) -> String {
    let name = function(program)
    return #"""
      #compdef \#(program)
      # zsh completion for \#(program): asks \#(program) itself what fits.

      \#(name)() {
        local -a reply whole partial
        local line value kind prefix
        reply=("${(@f)$(\#(program) __complete zsh -- \
          "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}")
        kind=${reply[1]%%$'\t'*}
        prefix=${reply[1]#*$'\t'}
        case $kind in
          files) compset -P "${(b)prefix}"; _files; return ;;
          directories) compset -P "${(b)prefix}"; _files -/; return ;;
        esac
        for line in "${(@)reply[2,-1]}"; do
          value=${line%%$'\t'*}
          line="${value//:/\\:}:${line#*$'\t'}"
          case $value in
            *[:=/,]) partial+=("$line") ;;
            *) whole+=("$line") ;;
          esac
        done
        local result=1
        (( $#whole )) && _describe -t values value whole && result=0
        (( $#partial )) && _describe -t values value partial -S '' && result=0
        return result
      }

      if [[ $funcstack[1] == \#(name) ]]; then
        \#(name) "$@"
      else
        compdef \#(name) \#(program)
      fi

      """#
  }
}
