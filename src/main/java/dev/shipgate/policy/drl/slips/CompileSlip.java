package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import java.util.Optional;

/** A kind of mistake that the parser accepts, known by what the compiler says of what it has made of it. */
interface CompileSlip {

    /** The same error told where it stands, with what to write instead; empty if it is none of this kind. */
    Optional<Diagnostic> explained(ErrorInRule error);
}
