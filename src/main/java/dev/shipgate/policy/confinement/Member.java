package dev.shipgate.policy.confinement;

/**
 * A method or field as byte code names it.
 *
 * @param owner the internal name of its class
 * @param descriptor of its type, or of its parameters and result
 */
record Member(String owner, String name, String descriptor) {

    boolean isConstructor() {
        return name.equals("<init>");
    }
}
