#compdef carillonctl
# Completion of carillonctl for zsh. Load it with: source <(carillonctl completion zsh)
_carillonctl() {
    local line word
    local -a found
    for line in ${(f)"$(carillonctl __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)"}; do
        case $line in
            :files) _files && return ;;
            :folders) _files -/ && return ;;
            *)
                word=${line%%$'\t'*}
                found+=("${word//:/\\:}:${line#*$'\t'}")
                ;;
        esac
    done
    (( $#found )) && _describe carillonctl found
}
if [[ $funcstack[1] == _carillonctl ]]; then
    _carillonctl "$@"
else
    compdef _carillonctl carillonctl
fi
