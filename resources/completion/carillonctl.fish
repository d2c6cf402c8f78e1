# Completion of carillonctl for fish. Load it with: carillonctl completion fish | source
function __carillonctl_complete
    set -l words (commandline --tokenize --cut-at-cursor --current-process)[2..-1] (commandline --current-token --cut-at-cursor)
    for line in (carillonctl __complete -- $words 2>/dev/null)
        switch $line
            case :files
                __fish_complete_path (commandline --current-token)
            case :folders
                __fish_complete_directories (commandline --current-token)
            case '*'
                echo $line
        end
    end
end
complete --command carillonctl --no-files --arguments '(__carillonctl_complete)'
