package dev.shipgate.policy.confinement;

/**
 * A method or field as byte code names it.
 *
 * @param owner the internal name of its class
 * @param descriptor of its type, or of its parameters and result
 */
public record Member(String owner, String name, String descriptor) {

    public boolean isConstructor() {
        return name.equals("<init>");
    }
}
