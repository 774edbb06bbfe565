package dev.laurel.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Objects that pass calls on to others, but for what a test does before a call, after it or in its place. */
final class Passing {
    private Passing() {}

    /** What is done with a call. */
    interface Call {
        Object made(Method method, Object[] arguments) throws Throwable;
    }

    /** An object of an interface. */
    static <T> T by(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                Passing.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.made(method, arguments)));
    }

    /** Passes a call on. What it throws is thrown as it is. */
    static Object on(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
