using System.Linq.Expressions;
using System.Reflection;
using ConnectingPeople.LocalHost.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace ConnectingPeople.LocalHost.Invocations;

/// <summary>
/// Turns a method into one delegate, so that an invocation costs no reflection. What it is bound to is looked at at once, so that a
/// function that can't run stops the start; it is compiled when it first runs, since most functions don't in the life of a process.
/// </summary>
internal static class FunctionCompiler
{
    public static Func<Invocation, ValueTask<object?>> Compile(MethodInfo method, FunctionBinding binding)
    {
        ParameterExpression invocation = Expression.Parameter(typeof(Invocation), "invocation");
        Type type = method.ReflectedType!;
        if (!method.IsStatic && !CanBeMade(type))
        {
            throw new StartException($"Function {binding.Function}: its class {type.Name} can't be made. Give it one public constructor.");
        }

        Expression[] bound = [.. method.GetParameters().Select(parameter => binding.Bind(parameter, invocation))];
        Lazy<Func<Invocation, ValueTask<object?>>> compiled = new(() =>
        {
            Expression call = Expression.Call(method.IsStatic ? null : Made(type, invocation), method, bound);
            return Expression.Lambda<Func<Invocation, ValueTask<object?>>>(Returned(call), invocation).Compile();
        });
        return invoked => compiled.Value(invoked);
    }

    private static bool CanBeMade(Type type) =>
        type.GetConstructors() is var all && (all.Length == 1 || all.Count(one => one.IsDefined(typeof(ActivatorUtilitiesConstructorAttribute))) == 1);

    /// <summary>The class made anew from the services of the invocation's scope.</summary>
    private static UnaryExpression Made(Type type, Expression invocation) => Expression.Convert(
        Expression.Invoke(
            Expression.Constant(ActivatorUtilities.CreateFactory(type, Type.EmptyTypes)),
            Expression.Property(invocation, nameof(Invocation.InstanceServices)),
            Expression.Constant(Array.Empty<object>())),
        type);

    private static Expression Returned(Expression call) =>
        call.Type == typeof(void) ? Expression.Block(call, Expression.Default(typeof(ValueTask<object?>)))
        : call.Type == typeof(Task) || call.Type == typeof(ValueTask) ? Expression.Call(typeof(Returning), nameof(Returning.Nothing), null, call)
        : IsGeneric(call.Type, typeof(Task<>)) || IsGeneric(call.Type, typeof(ValueTask<>))
            ? Expression.Call(typeof(Returning), nameof(Returning.Later), call.Type.GetGenericArguments(), call)
        : Expression.Call(typeof(Returning), nameof(Returning.Now), null, Expression.Convert(call, typeof(object)));

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;
}
