using System.Reflection;

namespace ConnectingPeople.LocalHost.Invocations;

/// <summary>A function of the app, ready to run.</summary>
/// <param name="Name">Unique in the app.</param>
/// <param name="Trigger">The attribute that says what sets it off.</param>
/// <param name="Run">Makes the class, binds the parameters, calls the method and gives what it returned, if anything.</param>
internal sealed record FunctionDefinition(string Name, Attribute Trigger, Func<Invocation, ValueTask<object?>> Run)
{
    private static readonly Type[] Triggers = [typeof(HttpTriggerAttribute), typeof(TimerTriggerAttribute), typeof(QueueTriggerAttribute)];

    /// <exception cref="Settings.StartException">The method can't be a function; the message says why.</exception>
    public static FunctionDefinition From(MethodInfo method, string name)
    {
        (ParameterInfo Parameter, Attribute Attribute)[] triggers =
        [
            .. from parameter in method.GetParameters()
               from attribute in parameter.GetCustomAttributes()
               where Triggers.Contains(attribute.GetType())
               select (parameter, attribute),
        ];
        return triggers is [(ParameterInfo triggered, Attribute trigger)]
            ? new FunctionDefinition(name, trigger, FunctionCompiler.Compile(method, new FunctionBinding(name, trigger, triggered)))
            : throw new Settings.StartException($"Function {name} has {triggers.Length} triggers. Give exactly one parameter one trigger attribute.");
    }
}
