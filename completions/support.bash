# bash completion for support: asks support itself what fits.

_support() {
  local kind prefix line
  COMPREPLY=()
  {
    IFS=$'\t' read -r kind prefix
    while IFS=$'\t' read -r line _; do COMPREPLY+=("$line"); done
  } < <(support __complete bash -- "${COMP_LINE:0:COMP_POINT}" "$2" 2>/dev/null)
  case $kind in
    files) _support_paths "$prefix" -f default "$2" ;;
    directories) _support_paths "$prefix" -d dirnames "$2" ;;
    *) [[ ${#COMPREPLY[@]} == 1 && $COMPREPLY == *[:=/,] ]] && compopt -o nospace 2>/dev/null ;;
  esac
  return 0
}

# Leaves paths to readline, but for those attached to a short option.
_support_paths() {
  if [[ -n $1 && $4 == "$1"* ]]; then
    compopt -o filenames 2>/dev/null
    while IFS= read -r line; do COMPREPLY+=("$1$line"); done \
      < <(compgen "$2" -- "${4#"$1"}")
  elif ! compopt -o "$3" 2>/dev/null; then
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$2" -- "$4")
  fi
}

complete -F _support support
