# Compiles `#include "HEADER"` and compares the outcome with VERDICT; CMakeLists.txt says why.
if(NOT EXISTS ${SOURCE_DIR}/${HEADER})
    message(FATAL_ERROR "${HEADER} does not exist, so its absence proves nothing")
endif()

list(TRANSFORM DIRECTORIES PREPEND -I)
execute_process(
    COMMAND ${COMPILER} -std=c++20 -fPIC -fsyntax-only ${DIRECTORIES} -include ${HEADER}
        -x c++ /dev/null
    RESULT_VARIABLE failed
    ERROR_VARIABLE errors
)

if(VERDICT STREQUAL MAY)
    if(failed)
        message(FATAL_ERROR "cannot include ${HEADER}:\n${errors}")
    endif()
elseif(NOT failed)
    message(FATAL_ERROR "${HEADER} resolves, but belongs to a layer that must not be seen here")
elseif(NOT errors MATCHES "${HEADER}(: No such file|' file not found)")
    message(FATAL_ERROR "refused for another reason than a missing ${HEADER}:\n${errors}")
endif()
