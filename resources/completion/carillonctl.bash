# Completion of carillonctl for bash. Load it with: source <(carillonctl completion bash)
_carillonctl() {
    local line word
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            :files) compopt -o default && return ;;
            :folders) compopt -o dirnames && return ;;
            *)
                printf -v word %q "${line%%$'\t'*}"
                COMPREPLY+=("$word")
                ;;
        esac
    done < <(carillonctl __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _carillonctl carillonctl
