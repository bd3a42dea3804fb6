using System.Reflection;
using ConnectingPeople.LocalHost.Settings;

namespace ConnectingPeople.LocalHost.Invocations;

/// <summary>All functions of the app.</summary>
internal sealed class FunctionCatalogue
{
    private readonly Dictionary<string, FunctionDefinition> byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds the public methods with <see cref="FunctionAttribute"/> and compiles each once.</summary>
    /// <exception cref="StartException">A method can't be a function, or two have one name.</exception>
    public FunctionCatalogue(IEnumerable<Type> types)
    {
        foreach (MethodInfo method in types.Where(CanBeMade).SelectMany(type => type.GetMethods()))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is { Name: string name }
                && !byName.TryAdd(name, FunctionDefinition.From(method, name)))
            {
                throw new StartException($"Two functions are named {name}. Give one another name.");
            }
        }
    }

    public FunctionDefinition? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The functions that one kind of trigger sets off.</summary>
    public IEnumerable<(FunctionDefinition Function, TTrigger Trigger)> With<TTrigger>()
        where TTrigger : Attribute =>
        from function in byName.Values
        where function.Trigger is TTrigger
        select (function, (TTrigger)function.Trigger);

    /// <remarks>A static class is abstract and sealed, and its methods need no instance.</remarks>
    private static bool CanBeMade(Type type) => type is { IsClass: true } and not { IsAbstract: true, IsSealed: false };
}
