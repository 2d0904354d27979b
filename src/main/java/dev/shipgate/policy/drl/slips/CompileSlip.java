package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import java.util.Optional;

/** A kind of mistake that the parser accepts, known by the error that the compiler reports in the code made of it. */
interface CompileSlip {

    /** The same error at the place of the mistake, with the right way to write it; empty if it is none of this kind. */
    Optional<Diagnostic> explained(ErrorInRule error);
}
