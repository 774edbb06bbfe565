package dev.laurel.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/**
 * Finds binary floating point in a class file, instruction by instruction: what happens inside a method leaves no trace
 * in the dependencies between classes.
 */
final class FloatingPointScan extends ClassVisitor {

    private final String className;
    private final Set<String> findings = new LinkedHashSet<>();

    private FloatingPointScan(String className) {
        super(Opcodes.ASM9);
        this.className = className;
    }

    static Set<String> findingsIn(JavaClass type) {
        URI source = type.getSource().orElseThrow().getUri();
        try (InputStream classFile = source.toURL().openStream()) {
            FloatingPointScan scan = new FloatingPointScan(type.getName());
            new ClassReader(classFile).accept(scan, ClassReader.SKIP_FRAMES);
            return scan.findings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void visit(
            int version, int access, String name, @Nullable String signature, String parent, String[] interfaces) {
        if (signature != null && Mentions.inSignature(signature)) {
            findings.add("Class <" + className + "> is declared with a floating-point type");
        }
    }

    @Override
    public @Nullable FieldVisitor visitField(
            int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
        if (Mentions.inType(descriptor) || (signature != null && Mentions.inType(signature))) {
            findings.add("Field <" + className + "." + name + "> has a floating-point type");
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        String method = "Method <" + className + "." + name + ">";
        if (Mentions.inSignature(descriptor) || (signature != null && Mentions.inSignature(signature))) {
            findings.add(method + " has floating point in its signature");
        }
        return new Instructions(method);
    }

    private final class Instructions extends MethodVisitor {

        private final String method;
        private int line;

        Instructions(String method) {
            super(Opcodes.ASM9);
            this.method = method;
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            line = number;
        }

        @Override
        public void visitInsn(int opcode) {
            report(isFloatingPoint(opcode));
        }

        @Override
        public void visitVarInsn(int opcode, int index) {
            report(isFloatingPoint(opcode));
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            report(opcode == Opcodes.NEWARRAY && (operand == Opcodes.T_FLOAT || operand == Opcodes.T_DOUBLE));
        }

        @Override
        public void visitLdcInsn(Object value) {
            report(isFloatingPoint(value));
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            report(Mentions.inType(Type.getObjectType(type).getDescriptor()));
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            report(Mentions.inType(descriptor));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            report(Mentions.inType(Type.getObjectType(owner).getDescriptor()) || Mentions.inType(descriptor));
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            report(Mentions.inType(Type.getObjectType(owner).getDescriptor()) || Mentions.inSignature(descriptor));
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            report(Mentions.inSignature(descriptor));
            for (Object argument : arguments) {
                report(isFloatingPoint(argument));
            }
        }

        @Override
        public void visitLocalVariable(
                String name, String descriptor, @Nullable String signature, Label start, Label end, int index) {
            report(Mentions.inType(descriptor) || (signature != null && Mentions.inType(signature)));
        }

        private void report(boolean found) {
            if (found) {
                findings.add(method + " uses floating point in line " + line);
            }
        }
    }

    private static boolean isFloatingPoint(Object constant) {
        if (constant instanceof Type type) {
            return type.getSort() == Type.METHOD
                    ? Mentions.inSignature(type.getDescriptor())
                    : Mentions.inType(type.getDescriptor());
        }
        if (constant instanceof Handle handle) {
            String descriptor = handle.getDesc();
            return Mentions.inType(Type.getObjectType(handle.getOwner()).getDescriptor())
                    || (descriptor.startsWith("(") ? Mentions.inSignature(descriptor) : Mentions.inType(descriptor));
        }
        if (constant instanceof ConstantDynamic dynamic) {
            return Mentions.inType(dynamic.getDescriptor());
        }
        return constant instanceof Float || constant instanceof Double;
    }

    private static boolean isFloatingPoint(int opcode) {
        return switch (opcode) {
            case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2, Opcodes.DCONST_0, Opcodes.DCONST_1 -> true;
            case Opcodes.FLOAD, Opcodes.DLOAD, Opcodes.FSTORE, Opcodes.DSTORE -> true;
            case Opcodes.FALOAD, Opcodes.DALOAD, Opcodes.FASTORE, Opcodes.DASTORE -> true;
            case Opcodes.FADD, Opcodes.DADD, Opcodes.FSUB, Opcodes.DSUB, Opcodes.FMUL, Opcodes.DMUL -> true;
            case Opcodes.FDIV, Opcodes.DDIV, Opcodes.FREM, Opcodes.DREM, Opcodes.FNEG, Opcodes.DNEG -> true;
            case Opcodes.I2F, Opcodes.I2D, Opcodes.L2F, Opcodes.L2D, Opcodes.F2D, Opcodes.D2F -> true;
            case Opcodes.F2I, Opcodes.F2L, Opcodes.D2I, Opcodes.D2L -> true;
            case Opcodes.FCMPL, Opcodes.FCMPG, Opcodes.DCMPL, Opcodes.DCMPG -> true;
            case Opcodes.FRETURN, Opcodes.DRETURN -> true;
            default -> false;
        };
    }

    /** Looks for {@code float}, {@code double} and what the JDK and Guava build on them. */
    private static final class Mentions extends SignatureVisitor {

        private boolean found;

        private Mentions() {
            super(Opcodes.ASM9);
        }

        static boolean inType(String signature) {
            Mentions mentions = new Mentions();
            new SignatureReader(signature).acceptType(mentions);
            return mentions.found;
        }

        static boolean inSignature(String signature) {
            Mentions mentions = new Mentions();
            new SignatureReader(signature).accept(mentions);
            return mentions.found;
        }

        @Override
        public void visitBaseType(char descriptor) {
            found |= descriptor == 'F' || descriptor == 'D';
        }

        @Override
        public void visitClassType(String name) {
            String simpleName = name.substring(name.lastIndexOf('/') + 1);
            // Only other people's: "double points" is a word of the domain.
            found |= (name.startsWith("java/") || name.startsWith("com/google/"))
                    && (simpleName.contains("Float") || simpleName.contains("Double"));
        }
    }
}
