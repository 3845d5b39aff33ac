# fish completion for support: asks support itself what fits.

function __support_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  set -l reply (support __complete fish -- $words[2..-1] "$current" 2>/dev/null)
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

complete -c support -f -a '(__support_complete)'
